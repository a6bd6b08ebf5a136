package main

import (
	"io"
	"testing"
	"time"

	waBinary "go.mau.fi/whatsmeow/binary"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

func TestThe403OfALockedAccountIsTheOneWithWords(t *testing.T) {
	var o overheard
	log := listening(newJournal(io.Discard).library("Client"), o.hear).Sub("Recv")
	for _, words := range []string{"Your account is locked", ""} {
		attrs := waBinary.Attrs{"reason": "403"}
		cause := "main_device_gone"
		if words != "" {
			attrs["logout_message_header"], cause = words, "account_locked"
		}
		log.Debugf("%s", &waBinary.Node{Tag: "failure", Attrs: attrs})
		if got := loggedOutAs(1, events.ConnectFailureMainDeviceGone, o.isExplained()).(loggedOut); got.Cause != cause || got.Code != 403 {
			t.Errorf("got %+v", got)
		}
	}
}

func TestTheLidOfAPairingIsHeardInTheStanzaAlone(t *testing.T) {
	var o overheard
	device := waBinary.Node{Tag: "device", Attrs: waBinary.Attrs{"lid": types.JID{User: "90000000000011", Server: types.HiddenUserServer, Device: 3}}}
	success := waBinary.Node{Tag: "iq", Content: []waBinary.Node{{Tag: "pair-success", Content: []waBinary.Node{device}}}}
	log := listening(newJournal(io.Discard).library("Client"), o.hear)
	log.Sub("Send").Debugf("%s", &success)
	log.Debugf("%s", &success)
	if o.pairedLID() != nil {
		t.Error("heard in what was sent")
	}
	log.Sub("Recv").Debugf("%s", &success)
	if lid := o.pairedLID(); lid == nil || *lid != "90000000000011" {
		t.Errorf("got %v", lid)
	}
}

func TestThePhoneIsToldOnceAMinuteByItsOwnClockAndNoOtherDeviceIs(t *testing.T) {
	e, w := testEngine(t, nil)
	l := e.link.Load()
	self := l.self.Load()
	begin := time.UnixMilli(1790000000000)
	receipt := func(sender types.JID, after time.Duration) {
		source := types.MessageSource{Sender: sender, IsFromMe: true}
		l.noticePhone(&events.Receipt{MessageSource: source, Timestamp: begin.Add(after)})
	}
	other := self.lid
	other.Device = 7
	receipt(other, 0)
	receipt(self.lid.ToNonAD(), 0)
	receipt(self.lid.ToNonAD(), 59*time.Second)
	receipt(self.lid.ToNonAD(), -time.Hour)
	receipt(self.id.ToNonAD(), time.Minute)
	for _, when := range []int64{1790000000000, 1790000060000} {
		var heard phoneHeard
		w.next(&heard)
		if heard.TimeMS != when {
			t.Errorf("told %d", heard.TimeMS)
		}
	}
	w.silent()
}
