//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// moveOutputAside keeps stdout for frames alone: whatever a library prints to descriptor 1 lands on stderr.
func moveOutputAside() (*os.File, error) {
	frames, err := unix.FcntlInt(1, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return nil, err
	}
	if err := unix.Dup2(2, 1); err != nil {
		return nil, err
	}
	os.Stdout = os.Stderr
	return os.NewFile(uintptr(frames), "frames"), nil
}

// ownerOnly makes every file of this process its user's alone.
func ownerOnly() { unix.Umask(0o077) }
