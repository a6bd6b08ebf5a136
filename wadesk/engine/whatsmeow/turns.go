package main

import (
	"context"
	"sync"
)

// turns lets either one send encrypt or one message decrypt, never both: whatsmeow encrypts from a copy of the
// sessions (GetManySessions to PutManySessions) which its receiving side rewrites meanwhile, and a session that is
// written back over a newer one is broken for good.
type turns struct{ gate chan struct{} }

func newTurns() *turns { return &turns{gate: make(chan struct{}, 1)} }

// take waits for the turn; ctx ends the wait.
func (t *turns) take(ctx context.Context) error {
	select {
	case t.gate <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *turns) give() { <-t.gate }

type turnKey struct{}

// turn is a send's hold on the turns: taken by its first look at the sessions, given back by writing them, at the
// latest when SendMessage returns.
type turn struct {
	turns *turns
	mu    sync.Mutex
	held  bool
	asked []string
}

// withTurn gives a send its turn to carry in its context.
func withTurn(ctx context.Context, t *turns) (context.Context, *turn) {
	own := &turn{turns: t}
	return context.WithValue(ctx, turnKey{}, own), own
}

func turnOf(ctx context.Context) *turn {
	own, _ := ctx.Value(turnKey{}).(*turn)
	return own
}

func (t *turn) take(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.held || t.turns == nil {
		return nil
	}
	if err := t.turns.take(ctx); err != nil {
		return err
	}
	t.held = true
	return nil
}

func (t *turn) give() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.held {
		t.held = false
		t.turns.give()
	}
}
