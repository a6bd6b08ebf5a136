package main

import (
	"context"
	"errors"
	"strings"

	"go.mau.fi/whatsmeow/store"
)

// errNobodyEncrypted stops a send that would leave without a word for its recipient: the library skips a device
// whose keys it could not fetch, and the server acknowledges what then holds copies for our own devices only.
var errNobodyEncrypted = errors.New("no device of the recipient got a copy")

// curedSessions is the library's session store with two cures: sends take turns with decryptions, and a decryption
// leaves the sessions it tried in vain as they were.
type curedSessions struct {
	store.SessionStore
	own         []string
	mendStates  bool
	lockEncrypt bool
}

// GetSession notes, inside a decryption, what was stored before.
func (s *curedSessions) GetSession(ctx context.Context, address string) ([]byte, error) {
	raw, err := s.SessionStore.GetSession(ctx, address)
	if before := beforeOf(ctx); before != nil && err == nil {
		before.sessions[address] = raw
	}
	return raw, err
}

// PutSession puts back, inside a decryption, what was tried in vain.
func (s *curedSessions) PutSession(ctx context.Context, address string, session []byte) error {
	if before := beforeOf(ctx); before != nil && s.mendStates {
		session = mend(before.sessions[address], session)
	}
	return s.SessionStore.PutSession(ctx, address, session)
}

// GetManySessions is where a send begins to encrypt.
func (s *curedSessions) GetManySessions(ctx context.Context, addresses []string) (map[string][]byte, error) {
	if own := turnOf(ctx); own != nil {
		own.asked = addresses
		if s.lockEncrypt {
			if err := own.take(ctx); err != nil {
				return nil, err
			}
		}
	}
	return s.SessionStore.GetManySessions(ctx, addresses)
}

// PutManySessions is where a send has encrypted.
func (s *curedSessions) PutManySessions(ctx context.Context, sessions map[string][]byte) error {
	own := turnOf(ctx)
	if own != nil {
		if !s.anyoneElse(own.asked, sessions) {
			return errNobodyEncrypted
		}
		defer own.give()
	}
	return s.SessionStore.PutManySessions(ctx, sessions)
}

// anyoneElse reports whether a recipient's device got a copy, where one was asked for.
func (s *curedSessions) anyoneElse(asked []string, encrypted map[string][]byte) bool {
	others := 0
	for _, address := range asked {
		if s.isOwn(address) {
			continue
		}
		others++
		if _, ok := encrypted[address]; ok {
			return true
		}
	}
	return others == 0
}

// isOwn reports whether address, "user:device" or "user_agent:device", is one of this number's devices.
func (s *curedSessions) isOwn(address string) bool {
	for _, user := range s.own {
		if strings.HasPrefix(address, user+":") || strings.HasPrefix(address, user+"_") {
			return true
		}
	}
	return false
}

type beforeKey struct{}

// before is what a decryption found, by session address.
type before struct{ sessions map[string][]byte }

func beforeOf(ctx context.Context) *before {
	found, _ := ctx.Value(beforeKey{}).(*before)
	return found
}

// curedBuffer is the library's event buffer, whose transaction is what "inside a decryption" means.
type curedBuffer struct {
	store.EventBuffer
	turns *turns
}

// DoDecryptionTxn decrypts while no send encrypts.
func (b *curedBuffer) DoDecryptionTxn(ctx context.Context, decrypt func(context.Context) error) error {
	if b.turns != nil {
		if err := b.turns.take(ctx); err != nil {
			return err
		}
		defer b.turns.give()
	}
	ctx = context.WithValue(ctx, beforeKey{}, &before{sessions: map[string][]byte{}})
	return b.EventBuffer.DoDecryptionTxn(ctx, decrypt)
}
