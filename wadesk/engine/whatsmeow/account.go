package main

import (
	"errors"

	"go.mau.fi/whatsmeow"
)

// pairingClient is a name that WhatsApp accepts for a device which links by code; it takes common browsers only.
const pairingClient = "Chrome (Linux)"

// logout unlinks this device at the server and starts afresh.
func (e *engine) logout(id int) {
	e.connects.Lock()
	defer e.connects.Unlock()
	l := e.link.Load()
	if !l.sends() {
		e.say(reply{ID: id, Error: "not_connected"})
		return
	}
	if err := l.client.Logout(e.ctx); err != nil {
		e.log.warn("logging out: %v", err)
		e.say(reply{ID: id, Error: "logout_failed"})
		return
	}
	e.renew(id)
}

// forget deletes the device and starts afresh.
func (e *engine) forget(id int) {
	e.takeOver()
	defer e.connects.Unlock()
	e.link.Load().drop()
	e.renew(id)
}

// renew replaces the link by one that pairs. The rows are deleted by their JID: after an unlinking the library still
// works on its own device object.
func (e *engine) renew(id int) {
	if err := e.keys.container.forget(e.ctx); err != nil {
		e.log.warn("forgetting: %v", err)
		e.say(reply{ID: id, Error: "store"})
		return
	}
	device, _, err := e.keys.container.device(e.ctx)
	if err != nil {
		e.say(reply{ID: id, Error: "store"})
		return
	}
	e.link.Store(e.newLink(device))
	e.say(reply{ID: id, OK: true})
}

// pairCode asks for a code to type on the phone; it needs the websocket of an unpaired client.
func (e *engine) pairCode(command pairCodeCommand) {
	l := e.link.Load()
	code, err := l.client.PairPhone(e.ctx, command.Number, true, whatsmeow.PairClientChrome, pairingClient)
	if err == nil {
		l.lettersShown()
		e.say(reply{ID: command.ID, OK: true, Code: &code})
		return
	}
	e.answer(command.ID, "asking for a pairing code", pairCodeError(err), err)
}

// pairCodeError is the code of a refused pairing code. 419 is WhatsApp's word for a used-up allowance, which for a
// device to link is the number of devices (inferred: real phones refuse on their own screen).
func pairCodeError(err error) string {
	var refused *whatsmeow.IQError
	switch {
	case errors.Is(err, whatsmeow.ErrPhoneNumberTooShort), errors.Is(err, whatsmeow.ErrPhoneNumberIsNotInternational):
		return "not_a_number"
	case errors.Is(err, whatsmeow.ErrNotConnected), errors.Is(err, whatsmeow.ErrIQDisconnected):
		return "not_connected"
	case errors.Is(err, whatsmeow.ErrIQTimedOut):
		return "timeout"
	case errors.As(err, &refused):
		// By the code alone: the library's own comparison wants WhatsApp's text too.
		if word, known := map[int]string{404: "unknown_number", 419: "device_limit", 429: "too_many"}[refused.Code]; known {
			return word
		}
	}
	return "pair_code_failed"
}
