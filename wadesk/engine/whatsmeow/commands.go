package main

import (
	"errors"
	"io"
	"time"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/types"
)

// readCommands takes the worker's frames until stdin ends, which ends the engine.
func (e *engine) readCommands() {
	for {
		body, err := e.pipe.read()
		if errors.Is(err, io.EOF) {
			e.end.tell(nil)
			return
		}
		if err != nil {
			e.fail("protocol", err.Error())
			return
		}
		command, err := decode(body)
		if err != nil {
			e.fail("protocol", err.Error())
			return
		}
		e.obey(command)
	}
}

// obey starts what a command asks for. Answers and pings never wait behind anything.
func (e *engine) obey(command frame) {
	switch c := command.(type) {
	case ack:
		e.waiting.answer(c)
	case statusCommand:
		e.status(c)
	case buildCommand:
		e.build(c)
	case exitCommand:
		e.say(reply{ID: c.ID, OK: true})
		e.end.tell(nil)
	case sendCommand:
		e.tasks.start(e.sends.join(func() { e.send(c) }))
	case fetchHistoryCommand:
		// One blob in memory at a time.
		e.tasks.start(e.histories.join(func() { e.fetchHistory(c) }))
	default:
		work := e.work(command)
		if work == nil {
			e.fail("protocol", "hello comes once")
			return
		}
		e.tasks.start(work)
	}
}

// work is what a command does beside the others; nil for a frame that is no command.
func (e *engine) work(command frame) func() {
	switch c := command.(type) {
	case connectCommand:
		return func() { e.connect(c.ID, c.Attempt, false) }
	case reconnectCommand:
		return func() { e.connect(c.ID, c.Attempt, true) }
	case disconnectCommand:
		return func() { e.disconnect(c.ID) }
	case logoutCommand:
		return func() { e.logout(c.ID) }
	case forgetCommand:
		return func() { e.forget(c.ID) }
	case pairCodeCommand:
		return func() { e.pairCode(c) }
	case markReadCommand:
		return func() { e.markRead(c) }
	case presenceCommand:
		return func() { e.presence(c) }
	case checkCommand:
		return func() { e.check(c) }
	case fetchPictureCommand:
		return func() { e.fetchPicture(c) }
	case fetchGroupsCommand:
		return func() { e.fetchGroups(c) }
	case historyDoneCommand:
		return func() { e.historyDone(c) }
	}
	return nil
}

func (e *engine) status(command statusCommand) {
	l := e.link.Load()
	up, online := l.connected(), l.sends()
	e.say(reply{ID: command.ID, OK: true, Connected: &up, LoggedIn: &online})
}

func (e *engine) markRead(command markReadCommand) {
	l := e.link.Load()
	chat, err := address(command.Chat)
	author, authorErr := address(command.Author)
	switch {
	case err != nil || authorErr != nil || len(command.MessageIDs) == 0:
		e.say(reply{ID: command.ID, Error: "bad_message"})
	case !l.sends():
		e.say(reply{ID: command.ID, Error: "not_connected"})
	default:
		err = l.client.MarkRead(e.ctx, command.MessageIDs, time.UnixMilli(command.TimeMS), chat, author)
		e.answer(command.ID, "marking as read", "not_sent", err)
	}
}

func (e *engine) presence(command presenceCommand) {
	l := e.link.Load()
	state := types.PresenceUnavailable
	if command.Available {
		state = types.PresenceAvailable
	}
	if !l.sends() {
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	err := l.client.SendPresence(e.ctx, state)
	if errors.Is(err, whatsmeow.ErrNoPushName) {
		e.say(reply{ID: command.ID, Error: "no_push_name"})
		return
	}
	e.answer(command.ID, "sending presence", "not_sent", err)
}

// check asks the server which numbers it knows; a number typed in another form comes back in the canonical one.
func (e *engine) check(command checkCommand) {
	l := e.link.Load()
	if !l.sends() {
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	found, err := l.client.IsOnWhatsApp(e.ctx, command.Numbers)
	if err != nil {
		e.answer(command.ID, "checking numbers", "query_failed", err)
		return
	}
	known := make(map[string]peer, len(found))
	for _, one := range found {
		if one.IsIn {
			known[digits(one.Query)] = l.person(one.JID, one.PhoneNumber)
		}
	}
	checked := make([]checkedNumber, 0, len(command.Numbers))
	for _, number := range command.Numbers {
		result := checkedNumber{Query: number}
		if who, ok := known[digits(number)]; ok {
			result.Peer = &who
		}
		checked = append(checked, result)
	}
	e.say(reply{ID: command.ID, OK: true, Checked: checked})
}

// answer ends a command that has nothing to tell but whether it worked.
func (e *engine) answer(id int, doing, code string, err error) {
	if err != nil {
		e.log.warn("%s: %v", place(doing), err)
		e.say(reply{ID: id, Error: code})
		return
	}
	e.say(reply{ID: id, OK: true})
}

// digits are a number's digits alone: the server repeats a query with or without its plus sign.
func digits(number string) string {
	only := make([]byte, 0, len(number))
	for i := range len(number) {
		if c := number[i]; c >= '0' && c <= '9' {
			only = append(only, c)
		}
	}
	return string(only)
}
