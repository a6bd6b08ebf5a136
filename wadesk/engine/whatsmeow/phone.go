package main

import (
	"sync/atomic"
	"time"

	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

// phonePause is how often at most the engine tells that the phone was heard.
const phonePause = time.Minute

// phoneWatch is when the phone itself was last told to have been heard, in milliseconds of its own stanzas: what
// waited at the server for days must not look fresh.
type phoneWatch struct{ told atomic.Int64 }

// isNews reports whether when is to be told.
func (p *phoneWatch) isNews(when time.Time) bool {
	told := p.told.Load()
	return when.UnixMilli() >= told+phonePause.Milliseconds() && p.told.CompareAndSwap(told, when.UnixMilli())
}

// noticePhone tells that something came from the main phone: WhatsApp unlinks devices whose phone stays away. App
// state does not name the device that changed it; the share of its keys is a message and counts.
func (l *link) noticePhone(event any) {
	source, when := sourceOf(event)
	if source == nil || !source.IsFromMe || source.Sender.Device != 0 || when.IsZero() {
		return
	}
	self := l.self.Load()
	isOwn := self != nil && (source.Sender.User == self.id.User || source.Sender.User == self.lid.User)
	if isOwn && l.phone.isNews(when) {
		l.engine.say(phoneHeard{TimeMS: when.UnixMilli()})
	}
}

func sourceOf(event any) (*types.MessageSource, time.Time) {
	switch e := event.(type) {
	case *events.Message:
		return &e.Info.MessageSource, e.Info.Timestamp
	case *events.UndecryptableMessage:
		return &e.Info.MessageSource, e.Info.Timestamp
	case *events.Receipt:
		return &e.MessageSource, e.Timestamp
	}
	return nil, time.Time{}
}
