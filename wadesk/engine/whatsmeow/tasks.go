package main

import (
	"sync"
	"time"
)

// tasks are the engine's own goroutines: commands, codes, names. Once closed, none starts any more.
type tasks struct {
	mu     sync.Mutex
	closed bool
	group  sync.WaitGroup
	// crashed is told where a task panicked; Go would print the panic's value, which may hold a text.
	crashed func(where place)
}

// start runs work beside, unless the engine is ending.
func (t *tasks) start(work func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return
	}
	t.group.Go(func() {
		defer func() {
			if cause := recover(); cause != nil {
				t.crashed(trace())
			}
		}()
		work()
	})
}

// finish lets nothing start any more and waits up to limit for what runs.
func (t *tasks) finish(limit time.Duration) {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	done := make(chan struct{})
	go func() {
		t.group.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}

// lane runs work one after another in the order it was given.
type lane struct {
	mu   sync.Mutex
	tail chan struct{}
}

func newLane() *lane {
	free := make(chan struct{})
	close(free)
	return &lane{tail: free}
}

// join takes a place in the lane now; the returned function runs work when that place has come.
func (l *lane) join(work func()) func() {
	l.mu.Lock()
	defer l.mu.Unlock()
	turn, next := l.tail, make(chan struct{})
	l.tail = next
	return func() {
		defer close(next)
		<-turn
		work()
	}
}
