package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestASecondEngineWaitsAndIsThenRefused(t *testing.T) {
	folder := t.TempDir()
	held, err := lockFolder(folder, 0)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	_, err = lockFolder(folder, 200*time.Millisecond)
	if f, ok := err.(*failure); !ok || f.code != "locked" {
		t.Fatalf("got %v", err)
	}
	if time.Since(began) < 200*time.Millisecond {
		t.Error("it did not wait")
	}
	held.release()
	again, err := lockFolder(folder, 0)
	if err != nil {
		t.Fatal(err)
	}
	again.release()
}

func TestTheLockSaysWhichProcessHoldsIt(t *testing.T) {
	folder := t.TempDir()
	held, err := lockFolder(folder, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer held.release()
	text, err := os.ReadFile(filepath.Join(folder, "lock"))
	if err != nil {
		t.Fatal(err)
	}
	var who holder
	if err := json.Unmarshal(text, &who); err != nil || who.PID != os.Getpid() || who.Start != startTime() {
		t.Errorf("got %s, %v", text, err)
	}
}
