package main

import (
	"encoding/json"
	"errors"
	"time"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

const (
	// The server ends the pairing's socket within half a second; after this long it is ended from here.
	restartLimit = 5 * time.Second
	restartPause = 20 * time.Millisecond
)

// prePair asks, through the worker, whether this phone may be bound to this slot; silence refuses. Refusing here
// leaves the phone with an error and no session behind.
func (l *link) prePair(id types.JID, platform, businessName string) bool {
	l.stopCodes()
	if l.engine.closing.Load() {
		return false
	}
	answer, ok, late := l.engine.ask(prePairLimit, func(seq int) frame {
		return prePair{Seq: seq, Number: "+" + id.User, LID: l.overheard.pairedLID(), Platform: platform, BusinessName: businessName}
	})
	l.unasked.Store(late)
	return ok && answer.Accept
}

// pairedWith tells of the new device and has the login follow.
func (l *link) pairedWith(event *events.PairSuccess) {
	l.stopCodes()
	l.fresh.Store(true)
	self := &identity{id: event.ID, lid: event.LID}
	l.self.Store(self)
	attempt := l.number()
	l.engine.say(paired{Attempt: attempt, Number: self.number(), LID: self.lidUser(), Platform: event.Platform})
	l.engine.tasks.start(func() { l.restartLogin(attempt) })
}

// restartLogin waits until the pairing's socket has ended, by the server's 515 or otherwise, and says once that the
// worker may connect. Left to the library some links stayed at `paired` with no event at all.
func (l *link) restartLogin(attempt int) {
	deadline := time.Now().Add(restartLimit)
	for asked := false; !asked && l.connected() && time.Now().Before(deadline); {
		select {
		case <-l.restart:
			asked = true
		case <-l.engine.ctx.Done():
			return
		case <-time.After(restartPause):
		}
	}
	l.engine.connects.Lock()
	defer l.engine.connects.Unlock()
	if l.number() == attempt && l.current() {
		l.client.Disconnect()
		l.engine.say(loginRestart{Attempt: attempt})
	}
}

// askedToRestart notes the server's 515, which may come before the pairing is told of.
func (l *link) askedToRestart() {
	select {
	case l.restart <- struct{}{}:
	default:
	}
}

func (l *link) pairingFailed(err error) {
	code := pairErrorCode(err)
	if code == "refused" && l.unasked.Load() {
		code = "timeout"
	}
	l.pairingEnded(code)
}

// pairingEnded tells that a pairing failed, by a stable word: "refused" by the worker, "timeout" when it said nothing,
// "not_signed" when the phone's words do not hold, "device_limit", "passkey", "malformed", "store", "other".
func (l *link) pairingEnded(code string) {
	l.stopCodes()
	l.engine.say(pairError{Attempt: l.number(), Error: code})
}

// refused ends the connection on which WhatsApp refused to link, and then tells: the worker may connect at once.
func (l *link) refused(code string) {
	attempt := l.number()
	l.stopCodes()
	l.engine.tasks.start(func() {
		l.engine.connects.Lock()
		defer l.engine.connects.Unlock()
		if l.number() == attempt && l.current() {
			l.client.Disconnect()
			l.pairingEnded(code)
		}
	})
}

func pairErrorCode(err error) string {
	var malformed *whatsmeow.PairProtoError
	var unsaved *whatsmeow.PairDatabaseError
	switch {
	case errors.Is(err, whatsmeow.ErrPairRejectedLocally):
		return "refused"
	case errors.Is(err, whatsmeow.ErrPairInvalidDeviceIdentityHMAC),
		errors.Is(err, whatsmeow.ErrPairInvalidDeviceSignature):
		return "not_signed"
	case errors.As(err, &malformed):
		return "malformed"
	case errors.As(err, &unsaved):
		return "store"
	}
	return "other"
}

// passkeyAsked stops the codes' timer: the phone has scanned and wants a passkey.
func (l *link) passkeyAsked(event *events.PairPasskeyRequest) {
	l.stopCodes()
	options, err := json.Marshal(event.PublicKey)
	if err != nil {
		l.pairingEnded("passkey")
		return
	}
	l.engine.say(passkeyRequest{Attempt: l.number(), PublicKey: string(options)})
}
