package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

const (
	// A predecessor that is ending needs less; the worker ends the recorded process after `fatal locked`.
	lockPatience = 10 * time.Second
	lockPause    = 50 * time.Millisecond
)

var errLocked = errors.New("held by another process")

// folderLock is the operating system's lock on the slot's folder: two engines on one key store would fork the
// ratchet and send twice. It goes with the process, however that ends.
type folderLock struct{ file *os.File }

// holder is what the lock's file says about who holds it: enough to end that process and no other. Start is the
// kernel's start time of the process in clock ticks on Linux (field 22 of /proc/PID/stat), elsewhere 0.
type holder struct {
	PID   int    `json:"pid"`
	Start uint64 `json:"start"`
}

// lockFolder waits up to patience for the folder's lock and records this process in it.
func lockFolder(folder string, patience time.Duration) (*folderLock, error) {
	file, err := os.OpenFile(filepath.Join(folder, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, &failure{code: "store", detail: "the slot's folder cannot be written"}
	}
	deadline := time.Now().Add(patience)
	for {
		err := tryLock(file)
		if err == nil {
			break
		}
		if !errors.Is(err, errLocked) || time.Now().After(deadline) {
			_ = file.Close()
			return nil, &failure{code: "locked"}
		}
		time.Sleep(lockPause)
	}
	if err := signLock(file); err != nil {
		_ = file.Close()
		return nil, &failure{code: "store", detail: "the lock cannot be written"}
	}
	return &folderLock{file}, nil
}

func signLock(file *os.File) error {
	text, err := json.Marshal(holder{PID: os.Getpid(), Start: startTime()})
	if err != nil {
		return fmt.Errorf("encoding the lock's holder: %w", err)
	}
	if err := file.Truncate(0); err != nil {
		return fmt.Errorf("emptying the lock: %w", err)
	}
	if _, err := file.WriteAt(text, 0); err != nil {
		return fmt.Errorf("writing the lock: %w", err)
	}
	return nil
}

// release leaves the file in place: removing it would let two processes lock two files of one name.
func (l *folderLock) release() { _ = l.file.Close() }
