package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// endWithParent has the kernel kill this process with its worker, also where it is stopped and never reads the end
// of stdin; it returns false when the worker has ended meanwhile.
func endWithParent() bool {
	parent := os.Getppid()
	if err := unix.Prctl(unix.PR_SET_PDEATHSIG, uintptr(unix.SIGKILL), 0, 0, 0); err != nil {
		return false
	}
	return os.Getppid() == parent
}
