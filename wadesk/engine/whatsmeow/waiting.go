package main

import (
	"errors"
	"sync"
	"time"
)

const (
	// A worker that cannot store a message in this time ends the engine. It must stay far below 300 s, after which
	// the library passes the next message on in parallel and order is gone.
	answerLimit = 60 * time.Second
	// The phone that links waits for this answer with its user.
	prePairLimit = 20 * time.Second
)

// waitingRoom holds the events that block the library until the worker has stored them, by sequence number.
type waitingRoom struct {
	mu     sync.Mutex
	last   int
	open   map[int]chan ack
	closed chan struct{}
}

func newWaitingRoom() *waitingRoom {
	return &waitingRoom{open: map[int]chan ack{}, closed: make(chan struct{})}
}

func (w *waitingRoom) enter() (int, <-chan ack) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.last++
	answer := make(chan ack, 1)
	w.open[w.last] = answer
	return w.last, answer
}

func (w *waitingRoom) leave(seq int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.open, seq)
}

// answer passes the worker's answer on; one that nobody waits for any more is dropped.
func (w *waitingRoom) answer(a ack) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if answer, ok := w.open[a.Seq]; ok {
		answer <- a
		delete(w.open, a.Seq)
	}
}

// release ends every wait without an answer.
func (w *waitingRoom) release() { close(w.closed) }

// ask sends the frame that build makes for its number and waits for the answer; ok is false when none came.
func (e *engine) ask(limit time.Duration, build func(seq int) frame) (answer ack, ok, late bool) {
	seq, answered := e.waiting.enter()
	defer e.waiting.leave(seq)
	if err := e.pipe.write(build(seq)); errors.Is(err, errFrameTooLarge) {
		// What cannot be told can never be acknowledged: the next try would end the same way.
		e.log.warn("an event is too large for a frame and is passed over")
		return ack{Seq: seq, Accept: true}, true, false
	} else if err != nil {
		e.fail("pipe", "")
		return ack{}, false, false
	}
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case answer = <-answered:
		return answer, true, false
	case <-e.waiting.closed:
		return ack{}, false, false
	case <-timer.C:
		return ack{}, false, true
	}
}

// keep passes a waiting event on and reports whether the worker has stored it. There is no refusal: a worker that
// stays silent ends the engine, and what was not acknowledged comes again.
func (e *engine) keep(build func(seq int) frame) bool {
	if e.closing.Load() {
		return false
	}
	_, ok, late := e.ask(answerLimit, build)
	if late {
		e.fail("unanswered", "")
	}
	return ok
}
