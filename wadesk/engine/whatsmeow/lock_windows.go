package main

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// Windows' locks are mandatory: one byte far behind the content leaves that readable.
const lockedByte = 1 << 30

func tryLock(file *os.File) error {
	region := &windows.Overlapped{Offset: lockedByte}
	flags := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY)
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, region)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}
