package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"go.mau.fi/whatsmeow/types"
)

func codeOf(err error) string {
	if f, ok := err.(*failure); ok {
		return f.code
	}
	return ""
}

func TestAStoreOpensWithItsOwnKeyAlone(t *testing.T) {
	folder, quiet := t.TempDir(), newJournal(io.Discard)
	keys, err := openStore(t.Context(), folder, make([]byte, keyLength), networkOffline, nil, quiet)
	if err != nil {
		t.Fatal(err)
	}
	if err := keys.db.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = openStore(t.Context(), folder, bytes.Repeat([]byte{1}, keyLength), networkOffline, nil, quiet)
	if codeOf(err) != "wrong_key" {
		t.Errorf("got %v", err)
	}
	_, err = openStore(t.Context(), folder, make([]byte, keyLength), networkWhatsApp, nil, quiet)
	if codeOf(err) != "network" {
		t.Errorf("got %v", err)
	}
}

func TestNoPlainTextLiesInTheStoresFiles(t *testing.T) {
	folder := t.TempDir()
	keys, err := openStore(t.Context(), folder, make([]byte, keyLength), networkOffline, nil, newJournal(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = keys.db.Close() }()
	device := testDevice(t, keys, "5511999990011")
	hash := [32]byte{1}
	if err := device.EventBuffer.PutBufferedEvent(t.Context(), hash, []byte("segredo da Ana"), testTime()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "engine.db*"))
	if err != nil || len(files) < 2 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, plain := range []string{"segredo da Ana", "5511999990011", "SQLite format", "whatsmeow_"} {
			if bytes.Contains(body, []byte(plain)) {
				t.Errorf("%q stands in %s", plain, filepath.Base(name))
			}
		}
	}
}

func TestAForgottenDeviceLeavesRoomForANewOne(t *testing.T) {
	keys := testStore(t, nil)
	testDevice(t, keys, "5511999990011")
	if err := keys.container.forget(t.Context()); err != nil {
		t.Fatal(err)
	}
	device, many, err := keys.container.device(t.Context())
	if err != nil || many || device.ID != nil {
		t.Errorf("got %v, %v, %v", device.ID, many, err)
	}
}

func TestTwoDevicesInOneStoreAreNoticed(t *testing.T) {
	keys := testStore(t, nil)
	for _, number := range []string{"5511999990011", "5511999990022"} {
		device := keys.container.library.NewDevice()
		device.ID, device.Account = &types.JID{User: number, Server: types.DefaultUserServer, Device: 1}, testAccount()
		if err := keys.container.PutDevice(t.Context(), device); err != nil {
			t.Fatal(err)
		}
	}
	if _, many, err := keys.container.device(t.Context()); err != nil || !many {
		t.Errorf("got %v, %v", many, err)
	}
}

func TestAFreshlyPairedDeviceIsCuredToo(t *testing.T) {
	keys := testStore(t, nil)
	device := testDevice(t, keys, "5511999990011")
	if _, ok := device.Sessions.(*curedSessions); !ok {
		t.Error("its sessions are the library's own")
	}
	if _, ok := device.EventBuffer.(*curedBuffer); !ok {
		t.Error("its event buffer is the library's own")
	}
	if device.Container != keys.container {
		t.Error("its container is the library's own")
	}
	if err := device.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	if cured := device.Sessions.(*curedSessions); cured == cured.SessionStore {
		t.Error("cured twice")
	}
}
