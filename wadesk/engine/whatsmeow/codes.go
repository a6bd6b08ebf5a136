package main

import (
	"context"
	"strings"
	"time"

	"go.mau.fi/whatsmeow/types/events"
)

const (
	// WhatsApp gives six codes; the first lives longer, as a person must find the phone first.
	codesOfAll = 6
	firstLife  = 60 * time.Second
	laterLife  = 20 * time.Second
)

// codeShow shows the QR codes of one connection, one after another.
type codeShow struct {
	show   func(code string, number, of int, life time.Duration)
	rotate chan *events.RotateADVSecret
	cancel context.CancelFunc
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

// showCodes begins to show the codes of this connection; after the last it disconnects and says so.
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
		if !show.run(ctx, codes) {
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
