package main

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/proto/waE2E"
	"google.golang.org/protobuf/proto"
)

// What became of a send.
const (
	outcomeSent    = "sent"
	outcomeNotSent = "not_sent"
	outcomeUnknown = "unknown"
)

// build makes the protobuf of a message, which the worker stores before the first attempt to send it.
func (e *engine) build(command buildCommand) {
	if command.Kind != "text" || command.Text == "" {
		e.say(reply{ID: command.ID, Error: "nothing_to_build"})
		return
	}
	raw, err := proto.Marshal(&waE2E.Message{Conversation: proto.String(command.Text)})
	if err != nil {
		e.say(reply{ID: command.ID, Error: "not_a_text"})
		return
	}
	text := base64.StdEncoding.EncodeToString(raw)
	e.say(reply{ID: command.ID, OK: true, Raw: &text})
}

// send sends what was built, from the number it was written for, and says what became of it.
func (e *engine) send(command sendCommand) {
	l := e.link.Load()
	result := reply{ID: command.ID, OK: true}
	response, outcome := l.sendMessage(command)
	result.Outcome, result.Retry, result.Error = &outcome.name, outcome.retry, outcome.code
	if outcome.name == outcomeSent {
		time := response.Timestamp.UnixMilli()
		result.TimeMS = &time
	}
	e.say(result)
}

// outcome is what became of a send: retry says whether trying again may help one that is proven unsent.
type outcome struct {
	name  string
	retry bool
	code  string
}

func notSent(code string, retry bool) outcome { return outcome{outcomeNotSent, retry, code} }

func (l *link) sendMessage(command sendCommand) (whatsmeow.SendResponse, outcome) {
	var none whatsmeow.SendResponse
	self := l.self.Load()
	if self == nil {
		return none, notSent("not_linked", true)
	}
	if command.Sender != self.number() {
		return none, notSent("wrong_sender", false)
	}
	to, err := address(command.To)
	if err != nil {
		return none, notSent("bad_recipient", false)
	}
	var message waE2E.Message
	raw, err := base64.StdEncoding.DecodeString(command.Raw)
	if err != nil || len(raw) == 0 || command.MessageID == "" || proto.Unmarshal(raw, &message) != nil {
		return none, notSent("bad_message", false)
	}
	if !l.sends() {
		return none, notSent("not_connected", true)
	}
	ctx, turn := withTurn(l.engine.ctx, l.engine.keys.container.turns)
	defer turn.give()
	response, err := l.client.SendMessage(ctx, to, &message, whatsmeow.SendRequestExtra{ID: command.MessageID})
	if err != nil {
		l.engine.log.warn("sending: %v", err)
	}
	return response, judge(err)
}

// judge tells what a send's error proves. Anything not proven unsent is unknown. The proofs rest on the error texts
// of this version of whatsmeow (send.go); a test recalls them when the pin moves.
func judge(err error) outcome {
	switch {
	case err == nil:
		return outcome{name: outcomeSent}
	case errors.Is(err, whatsmeow.ErrServerReturnedError):
		return notSent("refused", false)
	case errors.Is(err, whatsmeow.ErrRecipientADJID), errors.Is(err, whatsmeow.ErrUnknownServer):
		return notSent("bad_recipient", false)
	case errors.Is(err, whatsmeow.ErrNotLoggedIn):
		return notSent("not_linked", true)
	case errors.Is(err, whatsmeow.ErrNotInGroup), errors.Is(err, whatsmeow.ErrGroupNotFound):
		return notSent("not_a_member", false)
	}
	text := err.Error()
	if strings.HasPrefix(text, "no LID found for ") {
		return notSent("not_on_whatsapp", false)
	}
	for _, before := range beforeTheMessage() {
		if strings.HasPrefix(text, before) {
			return notSent("query_failed", !errors.Is(err, context.Canceled))
		}
	}
	// Only with this prefix is it the first write that found no socket; without it the message has left before.
	if strings.HasPrefix(text, "failed to send message node: ") && errors.Is(err, whatsmeow.ErrNotConnected) {
		return notSent("not_connected", true)
	}
	return outcome{name: outcomeUnknown}
}

// beforeTheMessage are the beginnings of errors that come before the message is written to the socket.
func beforeTheMessage() []string {
	return []string{
		"failed to get group members: ",
		"failed to get LID for PN ",
		"failed to get user info for ",
		"failed to marshal message",
		"failed to marshal sender key distribution message",
		"failed to create sender key distribution message",
		"failed to encrypt group message",
		"failed to get device list: ",
		"failed to fetch LID mappings: ",
		"failed to prefetch sessions: ",
		"failed to save cached sessions: ",
		"failed to marshal message for retry store: ",
		"failed to add message to retry store: ",
		"failed to clear old messages from retry store: ",
	}
}
