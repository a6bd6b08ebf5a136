package main

import (
	"go.mau.fi/whatsmeow/appstate"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

// readNames tells what the library's store knows of names, at each connect: its events can be missed. In a resumed
// session it first asks for what was never fetched: the library fetches names once, in a goroutine behind the key
// share, and an engine stopped in between would have no own name for good.
func (l *link) readNames(resumed bool) {
	e := l.engine
	if resumed && !e.network.without.has(cureAppStateNames) {
		for _, name := range appstate.AllPatchNames {
			if err := l.client.FetchAppState(e.ctx, name, false, true); err != nil {
				e.log.write(levelInfo, "engine", "fetching %s: %v", place(name), err)
			}
		}
	}
	if !l.sends() {
		return
	}
	if name := l.client.Store.PushName; name != "" {
		e.say(ownPushName{Name: name})
	}
	contacts, err := l.client.Store.Contacts.GetAllContacts(e.ctx)
	if err != nil {
		e.log.warn("reading the contacts: %v", err)
		return
	}
	for id, contact := range contacts {
		l.tellContact(id, contact)
	}
}

func (l *link) tellContact(id types.JID, contact types.ContactInfo) {
	who := l.person(id, noJID())
	if who.Number == nil && who.LID == nil {
		return
	}
	if contact.FullName != "" {
		l.engine.say(contactName{Who: who, Name: contact.FullName})
	}
	if contact.PushName != "" {
		l.engine.say(pushName{Who: who, Name: contact.PushName})
	}
}

// lidOf is the LID that a contact's entry carries, or nothing.
func lidOf(event *events.Contact) types.JID { return jidOf(event.Action.GetLidJID()) }
