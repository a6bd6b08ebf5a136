package main

import (
	"go.mau.fi/whatsmeow/types/events"
)

// handle takes every event of the library; what it returns is whether the event may be acknowledged to WhatsApp.
// The library would recover a panic too, and acknowledge: a message would be lost. Messages catch their own.
func (l *link) handle(event any) (stored bool) {
	defer func() {
		if cause := recover(); cause != nil {
			l.engine.log.warn("handling %s panicked at %s", place(typeName(event)), trace())
			stored = true
		}
	}()
	// What still comes from a client that was replaced belongs to nobody: it is not acknowledged.
	if !l.current() {
		return false
	}
	l.noticePhone(event)
	switch e := event.(type) {
	case *events.Message:
		return l.hearMessage(e)
	case *events.Receipt:
		return l.hearReceipt(e)
	case *events.GroupInfo:
		return l.hearGroup(e)
	case *events.JoinedGroup:
		return l.hearJoined(e)
	}
	if !l.handlePairing(event) && !l.handleConnection(event) && !l.handleEnd(event) {
		l.handleFact(event)
	}
	return true
}

func (l *link) handlePairing(event any) bool {
	switch e := event.(type) {
	case *events.QR:
		l.showCodes(e.Codes)
	case *events.RotateADVSecret:
		l.rotateCodes(e)
	case *events.QRScannedWithoutMultidevice:
		l.engine.say(scannedWithoutMultidevice{Attempt: l.number()})
	case *events.PairSuccess:
		l.pairedWith(e)
	case *events.PairError:
		l.pairingFailed(e.Error)
	case *events.PairPasskeyRequest:
		l.passkeyAsked(e)
	case *events.PairPasskeyError:
		l.engine.log.warn("a passkey: %v", e.Error)
		l.pairingEnded("passkey")
	case *events.ManualLoginReconnect:
		l.askedToRestart()
	default:
		return false
	}
	return true
}

func (l *link) handleConnection(event any) bool {
	attempt := l.number()
	switch e := event.(type) {
	case *events.Connected:
		l.loggedIn()
	case *events.Disconnected:
		l.cut()
	case *events.KeepAliveTimeout:
		l.engine.say(keepaliveTimeout{Attempt: attempt, Errors: e.ErrorCount})
	case *events.KeepAliveRestored:
		l.engine.say(keepaliveRestored{Attempt: attempt})
	case *events.OfflineSyncPreview:
		l.engine.say(offlinePreview{Attempt: attempt, Messages: e.Messages, Receipts: e.Receipts, Total: e.Total})
	case *events.OfflineSyncCompleted:
		l.engine.say(offlineDone{Attempt: attempt, Count: e.Count})
	default:
		return false
	}
	return true
}

// loggedIn believes the library only while the socket stands: the event can come after the cut.
func (l *link) loggedIn() {
	if !l.client.IsLoggedIn() || !l.client.IsConnected() {
		return
	}
	l.online.Store(true)
	l.engine.say(connected{Attempt: l.number()})
	first := l.fresh.Swap(false)
	l.engine.tasks.start(func() { l.readNames(!first) })
}

// cut tells that the socket is gone. The event can come late, when the next one stands already.
func (l *link) cut() {
	if l.client.IsConnected() {
		return
	}
	l.stopCodes()
	l.online.Store(false)
	l.engine.say(disconnected{Attempt: l.number()})
}
