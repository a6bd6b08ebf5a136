package main

import (
	"errors"
	"fmt"
	"net"
	"testing"

	"go.mau.fi/whatsmeow"
)

func TestADialThatReachesNobodyIsToldFromOneThatIsRefused(t *testing.T) {
	dial := &net.OpError{Op: "dial", Err: errors.New("connection refused")}
	for _, one := range []struct {
		err  error
		code string
	}{
		{fmt.Errorf("failed to send handshake request: %w", dial), "no_network"},
		{fmt.Errorf("failed to dial: %w", &net.DNSError{Err: "no such host"}), "no_network"},
		{fmt.Errorf("noise handshake: %w", &net.OpError{Op: "read", Err: errors.New("reset")}), "handshake_failed"},
		{whatsmeow.ErrAlreadyConnected, "already_connected"},
		{errors.New("something else"), "dial_failed"},
	} {
		if got := dialError(one.err); got != one.code {
			t.Errorf("%v is %s, wanted %s", one.err, got, one.code)
		}
	}
}
