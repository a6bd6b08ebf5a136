package main

import (
	"sync"

	waBinary "go.mau.fi/whatsmeow/binary"
	"go.mau.fi/whatsmeow/types"
	waLog "go.mau.fi/whatsmeow/util/log"
)

// overheard keeps what the library reads in a stanza and does not pass on in its events.
type overheard struct {
	mu sync.Mutex
	// lid is the LID in the last pair-success: the question before pairing is told the number alone.
	lid types.JID
	// explained is whether the last refusal with 403 brought a text for people.
	explained bool
}

// hear looks at a stanza that came.
func (o *overheard) hear(node *waBinary.Node) {
	switch node.Tag {
	case "iq":
		if success, ok := node.GetOptionalChildByTag("pair-success", "device"); ok {
			o.mu.Lock()
			defer o.mu.Unlock()
			o.lid = success.AttrGetter().OptionalJIDOrEmpty("lid")
		}
	case "failure":
		words := node.AttrGetter()
		o.mu.Lock()
		defer o.mu.Unlock()
		o.explained = words.OptionalString("logout_message_header")+words.OptionalString("logout_message_subtext") != ""
	}
}

func (o *overheard) pairedLID() *string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.lid.Server != types.HiddenUserServer || o.lid.User == "" {
		return nil
	}
	user := o.lid.User
	return &user
}

func (o *overheard) isExplained() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.explained
}

// listening is the library's log, which also hands every stanza that came to hear: the library gives each to the log
// "Recv" before it deals with it, whatever the level.
func listening(log waLog.Logger, hear func(*waBinary.Node)) waLog.Logger {
	return stanzaLog{Logger: log, hear: hear}
}

type stanzaLog struct {
	waLog.Logger
	hear     func(*waBinary.Node)
	received bool
}

func (s stanzaLog) Sub(module string) waLog.Logger {
	return stanzaLog{Logger: s.Logger.Sub(module), hear: s.hear, received: module == "Recv"}
}

func (s stanzaLog) Debugf(format string, values ...any) {
	if s.received && len(values) == 1 {
		if node, ok := values[0].(*waBinary.Node); ok {
			s.hear(node)
		}
	}
	s.Logger.Debugf(format, values...)
}
