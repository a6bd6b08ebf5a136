package main

import (
	"runtime"
	"time"
)

const (
	commandsLimit = 3 * time.Second
	quietLimit    = 2 * time.Second
	// Disconnecting leaks a goroutine inside the library now and then: a count that rests this long is quiet too.
	quietRest  = 250 * time.Millisecond
	quietPause = 5 * time.Millisecond
)

// shutDown ends in the one order that loses nothing: Disconnect waits for the library's queue but neither for the
// handlers it abandons nor for what they started, and a store closed below those loses an app-state key share.
func (e *engine) shutDown() {
	e.closing.Store(true)
	if l := e.link.Load(); l != nil {
		l.stopCodes()
		l.giveUpDial()
		l.client.Disconnect()
	}
	e.waiting.release()
	e.tasks.finish(commandsLimit)
	e.awaitQuiet()
	e.cancel()
	e.awaitQuiet()
	if err := e.keys.db.Close(); err != nil {
		e.log.warn("closing the key store: %v", err)
	}
	// The folder's lock goes with the process: until then nobody else may open the store.
}

// awaitQuiet waits until nothing of the library works any more.
func (e *engine) awaitQuiet() {
	quiet := int(e.quiet.Load())
	if quiet == 0 {
		return
	}
	last, since := 0, time.Now()
	for deadline := time.Now().Add(quietLimit); time.Now().Before(deadline); time.Sleep(quietPause) {
		now := runtime.NumGoroutine()
		if now <= quiet {
			return
		}
		if now != last || e.keys.db.Stats().InUse > 0 {
			last, since = now, time.Now()
		} else if time.Since(since) >= quietRest {
			return
		}
	}
}
