package main

import (
	"context"
	"strings"
	"sync/atomic"
	"time"

	"go.mau.fi/whatsmeow/types/events"
)

const (
	// WhatsApp gives six codes; the first lives longer, as a person must find the phone first.
	codesOfAll = 6
	firstLife  = 60 * time.Second
	laterLife  = 20 * time.Second
	// A code of letters lives longer than the QR codes beside it (WhatsApp's own client gives it so long).
	letterLife = 3 * time.Minute
)

// codeShow shows the QR codes of one connection, one after another.
type codeShow struct {
	show   func(code string, number, of int, life time.Duration)
	rotate chan *events.RotateADVSecret
	cancel context.CancelFunc
	// until is when the last code of letters ends, in Unix nanoseconds; 0 where there is none.
	until atomic.Int64
}

// run shows each code for its life and reports whether all have ended; a cancelled ctx ends it early. A rotated
// secret makes the shown and the waiting codes invalid: the current one is shown again for what is left of its life.
func (s *codeShow) run(ctx context.Context, codes []string) bool {
	of := len(codes)
	for i := range codes {
		life := laterLife
		if i == 0 && of == codesOfAll {
			life = firstLife
		}
		end := time.Now().Add(life)
		for left := life; left > 0; left = time.Until(end) {
			s.show(codes[i], i+1, of, left)
			if !s.wait(ctx, left, codes) {
				return false
			}
		}
	}
	return true
}

// wait returns when the life has ended or the codes were changed; false when nothing is to be shown any more.
func (s *codeShow) wait(ctx context.Context, life time.Duration, codes []string) bool {
	timer := time.NewTimer(life)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case change := <-s.rotate:
		for i := range codes {
			codes[i] = strings.Replace(codes[i], change.OldSecret, change.NewSecret, 1)
		}
		return true
	case <-ctx.Done():
		return false
	}
}

// linger waits for the end of a code of letters, which needs the same connection; false when ctx ends first.
func (s *codeShow) linger(ctx context.Context) bool {
	for {
		until := s.until.Load()
		left := time.Until(time.Unix(0, until))
		if until == 0 || left <= 0 {
			return true
		}
		select {
		case <-time.After(left):
		case <-ctx.Done():
			return false
		}
	}
}

// showCodes begins to show the codes of this connection; after the last, and the last code of letters, it disconnects
// and says so.
func (l *link) showCodes(codes []string) {
	e, attempt := l.engine, l.number()
	ctx, cancel := context.WithCancel(e.ctx)
	show := &codeShow{
		rotate: make(chan *events.RotateADVSecret, 4),
		cancel: cancel,
		show: func(code string, number, of int, life time.Duration) {
			e.say(qrCode{Attempt: attempt, Code: code, Number: number, Of: of, LifeMS: life.Milliseconds()})
		},
	}
	l.mu.Lock()
	if l.codes != nil {
		l.codes.cancel()
	}
	l.codes = show
	l.mu.Unlock()
	codes = append([]string(nil), codes...)
	e.tasks.start(func() {
		defer cancel()
		if !show.run(ctx, codes) || !show.linger(ctx) {
			return
		}
		e.connects.Lock()
		defer e.connects.Unlock()
		if l.number() == attempt && l.current() {
			l.client.Disconnect()
			e.say(qrTimeout{Attempt: attempt})
		}
	})
}

// lettersShown keeps the connection of the codes standing for as long as a code of letters lives.
func (l *link) lettersShown() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.codes != nil {
		l.codes.until.Store(time.Now().Add(letterLife).UnixNano())
	}
}

// rotateCodes puts a new secret into the codes.
func (l *link) rotateCodes(change *events.RotateADVSecret) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.codes != nil {
		select {
		case l.codes.rotate <- change:
		default:
		}
	}
}

// stopCodes ends the showing: scanned, cut, or the end.
func (l *link) stopCodes() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.codes != nil {
		l.codes.cancel()
		l.codes = nil
	}
}
