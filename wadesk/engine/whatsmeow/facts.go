package main

import (
	"go.mau.fi/whatsmeow/types/events"
)

// handleFact tells of what does not wait and may be missed: it is read again at the next connect, or replaced.
func (l *link) handleFact(event any) {
	switch e := event.(type) {
	case *events.UndecryptableMessage:
		l.hearUndecryptable(e)
	case *events.PushName:
		l.engine.say(pushName{Who: l.person(e.JID, e.JIDAlt), Name: e.NewPushName})
	case *events.PushNameSetting:
		l.engine.say(ownPushName{Name: e.Action.GetName()})
	case *events.Contact:
		l.engine.say(contactName{Who: l.person(e.JID, lidOf(e)), Name: e.Action.GetFullName()})
	case *events.Picture:
		l.hearPicture(e)
	case *events.IdentityChange:
		l.engine.say(identityChange{Who: l.person(e.JID, noJID()), TimeMS: e.Timestamp.UnixMilli()})
	}
}

// hearUndecryptable tells of a message that the library has asked for again; one that is meant to be hidden (a
// reaction, an edit) leaves no placeholder.
func (l *link) hearUndecryptable(event *events.UndecryptableMessage) {
	if event.DecryptFailMode == events.DecryptFailHide {
		return
	}
	chat, author, ok := l.places(&event.Info)
	if !ok {
		return
	}
	l.engine.say(undecryptable{
		Chat: chat, Author: author, FromMe: event.Info.IsFromMe, ServerID: event.Info.ID,
		TimeMS: event.Info.Timestamp.UnixMilli(),
	})
}
