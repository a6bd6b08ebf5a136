package main

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
)

// engine is one number at work: its store, its one link to WhatsApp, and the pipe to its worker.
type engine struct {
	pipe    *pipe
	log     *journal
	end     *ending
	network network
	hello   *hello
	lock    *folderLock
	keys    *keyStore
	waiting *waitingRoom
	sends   *lane
	// histories lets one blob be read at a time.
	histories *lane
	tasks     tasks
	web       *http.Client

	ctx    context.Context
	cancel context.CancelFunc

	// connects lets one connection attempt or disconnection happen at a time.
	connects sync.Mutex
	link     atomic.Pointer[link]
	closing  atomic.Bool
	// never is never closed: who waits for it stays blocked until the process ends.
	never chan struct{}
	// quiet is the number of goroutines before the first connection; 0 while there was none.
	quiet atomic.Int64
}

// introduce looks at what the store holds and says ready, or refuses: more than one device, or another number than
// the slot is bound to.
func (e *engine) introduce() error {
	device, many, err := e.keys.container.device(e.ctx)
	if err != nil {
		return storeFailure(err)
	} else if many {
		return &failure{code: "many_devices"}
	}
	l := e.newLink(device)
	e.link.Store(l)
	self := l.self.Load()
	bound := e.hello.Number
	if self != nil && bound != nil && self.number() != *bound {
		return &failure{code: "wrong_number"}
	}
	hi := ready{Protocol: protocol, Network: e.network.name, Version: version, PushName: device.PushName}
	if self != nil {
		number := self.number()
		hi.SelfNumber, hi.SelfLID = &number, self.lidUser()
	}
	if err := e.pipe.write(hi); err != nil {
		return &failure{code: "pipe"}
	}
	return nil
}

// say sends an event that does not wait; a frame that cannot be written ends the engine.
func (e *engine) say(f frame) {
	if e.closing.Load() {
		return
	}
	if err := e.pipe.write(f); err != nil {
		e.fail("pipe", "")
	}
}

// fail ends the engine with a last frame.
func (e *engine) fail(code, detail string) {
	e.end.tell(&failure{code: code, detail: detail})
}

// crashed ends the engine after a bug of ours; the place is logged, the value is not.
func (e *engine) crashed(where place) {
	e.log.write(levelError, "engine", "a task panicked at %s", where)
	e.fail("internal", "")
}

// remember notes how many goroutines there are before the first connection.
func (e *engine) remember() {
	e.quiet.CompareAndSwap(0, int64(runtime.NumGoroutine()))
}
