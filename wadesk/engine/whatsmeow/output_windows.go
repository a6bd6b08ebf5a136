package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// moveOutputAside keeps stdout for frames alone: whatever a library prints lands on stderr.
func moveOutputAside() (*os.File, error) {
	frames := os.Stdout
	if err := windows.SetStdHandle(windows.STD_OUTPUT_HANDLE, windows.Handle(os.Stderr.Fd())); err != nil {
		return nil, err
	}
	os.Stdout = os.Stderr
	return frames, nil
}

// ownerOnly has nothing to do here: a user's folder is his alone by its inherited rights.
func ownerOnly() {}
