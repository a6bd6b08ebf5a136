package main

import (
	"errors"
	"fmt"
	"testing"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/types/events"
)

func TestAFailedPairingIsToldByAStableWord(t *testing.T) {
	e, w := testEngine(t, nil)
	l := e.link.Load()
	for _, one := range []struct {
		err     error
		unasked bool
		word    string
	}{
		{whatsmeow.ErrPairRejectedLocally, false, "refused"},
		{whatsmeow.ErrPairRejectedLocally, true, "timeout"},
		{fmt.Errorf("pairing: %w", whatsmeow.ErrPairInvalidDeviceSignature), false, "not_signed"},
		{whatsmeow.ErrPairInvalidDeviceIdentityHMAC, true, "not_signed"},
		{&whatsmeow.PairProtoError{}, false, "malformed"},
		{&whatsmeow.PairDatabaseError{}, false, "store"},
		{errors.New("+5511988880001"), false, "other"},
	} {
		l.unasked.Store(one.unasked)
		l.pairingFailed(one.err)
		var failed pairError
		w.next(&failed)
		if failed.Error != one.word {
			t.Errorf("%v is told as %s, wanted %s", one.err, failed.Error, one.word)
		}
	}
	l.handlePairing(&events.PairPasskeyError{Error: errors.New("nonsense")})
	var failed pairError
	w.next(&failed)
	if failed.Error != "passkey" {
		t.Errorf("got %s", failed.Error)
	}
}

func TestADeviceLimitIsARefusalOnlyWhereNothingIsLinked(t *testing.T) {
	e, w := testEngine(t, nil)
	l := e.link.Load()
	event := &events.ConnectFailure{Reason: deviceLimit}
	l.handleEnd(event)
	w.next(&connectFailure{})
	l.self.Store(nil)
	l.handleEnd(event)
	var failed pairError
	w.next(&failed)
	if failed.Error != "device_limit" {
		t.Errorf("got %s", failed.Error)
	}
	w.silent()
}
