package main

import (
	"context"
	"encoding/json"
	"io"
	"testing"
	"time"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/proto/waAdv"
	"go.mau.fi/whatsmeow/store"
	"go.mau.fi/whatsmeow/types"
)

// worker is the other end of an engine's pipe in a test.
type worker struct {
	t      *testing.T
	engine *engine
	frames chan []byte
}

// testStore is a key store in a folder of its own.
func testStore(t *testing.T, off without) *keyStore {
	t.Helper()
	setSignalLogger(newJournal(io.Discard))
	keys, err := openStore(t.Context(), t.TempDir(), make([]byte, keyLength), networkOffline, off, newJournal(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = keys.db.Close() })
	return keys
}

// testDevice is a saved device of number, with keys of its own.
func testDevice(t *testing.T, keys *keyStore, number string) *store.Device {
	t.Helper()
	device, _, err := keys.container.device(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	id := types.JID{User: number, Server: types.DefaultUserServer, Device: 1}
	device.ID, device.LID = &id, types.JID{User: "9" + number, Server: types.HiddenUserServer, Device: 1}
	device.Account = testAccount()
	if err := device.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	return device
}

// testEngine is an engine of a linked number that never connects, and its worker.
func testEngine(t *testing.T, off without) (*engine, *worker) {
	t.Helper()
	reader, writer := io.Pipe()
	keys := testStore(t, off)
	ctx, cancel := context.WithCancel(t.Context())
	e := &engine{
		pipe: newPipe(nil, writer), log: newJournal(io.Discard), end: newEnding(), keys: keys, hello: &hello{},
		network: network{name: networkOffline, without: off, lead: ordinary}, ctx: ctx, cancel: cancel,
		waiting: newWaitingRoom(), sends: newLane(), never: make(chan struct{}),
	}
	e.link.Store(e.newLink(testDevice(t, keys, "5511999990011")))
	w := &worker{t: t, engine: e, frames: make(chan []byte, 100)}
	go w.read(newPipe(reader, nil))
	t.Cleanup(func() { _ = writer.Close() })
	t.Cleanup(cancel)
	return e, w
}

func (w *worker) read(pipe *pipe) {
	for {
		body, err := pipe.read()
		if err != nil {
			return
		}
		w.frames <- body
	}
}

// next is the next frame, which must be of the type of f.
func (w *worker) next(f frame) {
	w.t.Helper()
	select {
	case body := <-w.frames:
		var head struct {
			Type string `json:"type"`
		}
		if err := json.Unmarshal(body, &head); err != nil || head.Type != f.tag() {
			w.t.Fatalf("wanted %s, got %s", f.tag(), body)
		}
		if err := json.Unmarshal(body, f); err != nil {
			w.t.Fatal(err)
		}
	case <-time.After(5 * time.Second):
		w.t.Fatalf("no %s came", f.tag())
	}
}

// silent fails when a frame has come.
func (w *worker) silent() {
	w.t.Helper()
	select {
	case body := <-w.frames:
		w.t.Fatalf("unexpected %s", body)
	default:
	}
}

// testAccount is what a phone vouches with; nothing here checks it.
func testAccount() *waAdv.ADVSignedDeviceIdentity {
	return &waAdv.ADVSignedDeviceIdentity{
		Details: []byte{1}, AccountSignature: make([]byte, 64), AccountSignatureKey: make([]byte, 32),
		DeviceSignature: make([]byte, 64),
	}
}

// ordinary leaves a client where it is.
func ordinary(*whatsmeow.Client) {}
