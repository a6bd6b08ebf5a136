package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	waBinary "go.mau.fi/whatsmeow/binary"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
)

func TestNothingOfAPersonReachesTheLog(t *testing.T) {
	jid := types.NewJID("5511988880001", types.DefaultUserServer)
	stanza := &waBinary.Node{Tag: "message", Attrs: waBinary.Attrs{"from": jid, "notify": "Ana"}, Content: []byte("segredo")}
	var out bytes.Buffer
	journal := newJournal(&out)
	log := journal.library("Client")
	log.Warnf("Failed to decrypt %s from %s: %v", "3EB0AABBCCDDEEFF00112233", jid, fmt.Errorf("no session with 5511988880001_1:0"))
	log.Warnf("Node handling is taking long for %s", stanza)
	log.Warnf("Unknown stream error: %v", errors.New(`<stream:error text="segredo"><a from="5511988880001@lid">Ana</a></stream:error>`))
	log.Errorf("%v", errors.New(`invalid "segredo" in 90000000000001@lid, key c2VncmVkb3NlZ3JlZG9zZWdyZWRv`))
	log.Errorf("Event handler panicked while handling a %T: %v", &events.Message{}, "+55 11 98888-0001")
	log.Warnf("QR %s", "https://wa.me/settings/linked_devices#segredo,a,b,c,1")
	log.Warnf("%d errors in %s", 3, types.NewJID("120363000000000001", types.GroupServer))
	log.Warnf("%v", struct{ Text string }{"segredo"})
	for _, secret := range []string{"segredo", "98888", "5511", "Ana", "900000", "c2Vn", "AABBCC", "120363"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%q reached the log:\n%s", secret, out.String())
		}
	}
	for line := range bytes.Lines(out.Bytes()) {
		if !json.Valid(line) {
			t.Errorf("no JSON: %s", line)
		}
	}
	if !strings.Contains(out.String(), "3 errors in [jid]") {
		t.Errorf("the harmless part is gone too:\n%s", out.String())
	}
}

func TestBelowItsLevelTheJournalIsSilent(t *testing.T) {
	var out bytes.Buffer
	journal := newJournal(&out)
	journal.library("Client").Infof("hello")
	if out.Len() != 0 {
		t.Errorf("wrote %s", out.String())
	}
	journal.setLevel("info")
	journal.library("Client").Infof("hello")
	if out.Len() == 0 {
		t.Error("wrote nothing")
	}
}

func TestEveryLineNamesItsSlot(t *testing.T) {
	var out bytes.Buffer
	journal := newJournal(&out)
	journal.setSlot("/data/accounts/abcdefghijkl/abcdefghijkl-slot3")
	journal.warn("something is late")
	if !strings.Contains(out.String(), `"slot":"abcdefghijkl-slot3"`) {
		t.Fatalf("no slot in %s", out.String())
	}
}
