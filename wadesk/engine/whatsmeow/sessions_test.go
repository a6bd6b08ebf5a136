package main

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"go.mau.fi/libsignal/ecc"
	signalIdentity "go.mau.fi/libsignal/keys/identity"
	"go.mau.fi/libsignal/keys/prekey"
	signal "go.mau.fi/libsignal/protocol"
	"go.mau.fi/libsignal/session"
	"go.mau.fi/libsignal/util/optional"
	"go.mau.fi/whatsmeow/store"
)

// party is one side of a conversation on the library's own Signal code and our store.
type party struct {
	t      *testing.T
	device *store.Device
}

func newParty(t *testing.T, number string, off without) *party {
	keys := testStore(t, off)
	return &party{t, testDevice(t, keys, number)}
}

func (p *party) address() *signal.SignalAddress { return p.device.LID.SignalAddress() }

func (p *party) cipher(other *party) *session.Cipher {
	builder := session.NewBuilderFromSignal(p.device, other.address(), store.SignalProtobufSerializer)
	return session.NewCipher(builder, other.address())
}

// start begins a session with what the other side has handed in to the server.
func (p *party) start(other *party) {
	p.t.Helper()
	pre, err := other.device.PreKeys.GenOnePreKey(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	signed := other.device.SignedPreKey
	bundle := prekey.NewBundle(
		other.device.RegistrationID, uint32(other.device.LID.Device),
		optional.NewOptionalUint32(pre.KeyID), signed.KeyID,
		ecc.NewDjbECPublicKey(*pre.Pub), ecc.NewDjbECPublicKey(*signed.Pub), *signed.Signature,
		signalIdentity.NewKey(ecc.NewDjbECPublicKey(*other.device.IdentityKey.Pub)),
	)
	builder := session.NewBuilderFromSignal(p.device, other.address(), store.SignalProtobufSerializer)
	if err := builder.ProcessBundle(p.t.Context(), bundle); err != nil {
		p.t.Fatal(err)
	}
}

func (p *party) encrypt(other *party, words string) signal.CiphertextMessage {
	p.t.Helper()
	message, err := p.cipher(other).Encrypt(p.t.Context(), []byte(words))
	if err != nil {
		p.t.Fatal(err)
	}
	return message
}

// decrypt opens a message the way whatsmeow does: inside the event buffer's transaction.
func (p *party) decrypt(other *party, message signal.CiphertextMessage) (words string, err error) {
	err = p.device.EventBuffer.DoDecryptionTxn(p.t.Context(), func(ctx context.Context) error {
		var plain []byte
		var inner error
		if message.Type() == signal.PREKEY_TYPE {
			parsed, bad := signal.NewPreKeySignalMessageFromBytes(message.Serialize(),
				store.SignalProtobufSerializer.PreKeySignalMessage, store.SignalProtobufSerializer.SignalMessage)
			if bad != nil {
				return bad
			}
			plain, inner = p.cipher(other).DecryptMessage(ctx, parsed)
		} else {
			parsed, bad := signal.NewSignalMessageFromBytes(message.Serialize(), store.SignalProtobufSerializer.SignalMessage)
			if bad != nil {
				return bad
			}
			plain, inner = p.cipher(other).Decrypt(ctx, parsed)
		}
		words = string(plain)
		return inner
	})
	return words, err
}

// unreadable counts what two sides cannot read of each other when both begin at once and both write three messages
// before they hear the other's, several times.
func unreadable(t *testing.T, off without) int {
	a, b := newParty(t, "5511999990011", off), newParty(t, "5511999990022", off)
	a.start(b)
	b.start(a)
	lost := 0
	for round := range 6 {
		var fromA, fromB []signal.CiphertextMessage
		for i := range 3 {
			fromA = append(fromA, a.encrypt(b, fmt.Sprint("a", round, i)))
			fromB = append(fromB, b.encrypt(a, fmt.Sprint("b", round, i)))
		}
		for i := range 3 {
			if words, err := b.decrypt(a, fromA[i]); err != nil || words != fmt.Sprint("a", round, i) {
				lost++
			}
			if words, err := a.decrypt(b, fromB[i]); err != nil || words != fmt.Sprint("b", round, i) {
				lost++
			}
		}
	}
	return lost
}

func TestSessionsThatBothSidesBeganAtOnceStayReadable(t *testing.T) {
	if lost := unreadable(t, nil); lost != 0 {
		t.Errorf("%d of 36 messages could not be read", lost)
	}
}

func TestWithoutTheCureStatesTriedInVainAreDamaged(t *testing.T) {
	if lost := unreadable(t, without{cureSessionStates: true}); lost == 0 {
		t.Error("the fault is gone from libsignal: the cure can go too")
	}
}

func TestADecryptionWaitsWhileASendEncrypts(t *testing.T) {
	p := newParty(t, "5511999990011", nil)
	container := p.device.Container.(*container)
	ctx, send := withTurn(t.Context(), container.turns)
	if _, err := p.device.Sessions.GetManySessions(ctx, []string{"90000000000001_1:0"}); err != nil {
		t.Fatal(err)
	}
	decrypted := make(chan error, 1)
	go func() {
		decrypted <- p.device.EventBuffer.DoDecryptionTxn(t.Context(), func(context.Context) error { return nil })
	}()
	select {
	case <-decrypted:
		t.Fatal("decrypted in the middle of an encryption")
	case <-time.After(50 * time.Millisecond):
	}
	send.give()
	if err := <-decrypted; err != nil {
		t.Error(err)
	}
}

func TestTheTurnIsGivenBackOnceTheSessionsAreWritten(t *testing.T) {
	p := newParty(t, "5511999990011", nil)
	container := p.device.Container.(*container)
	address := "90000000000001_1:0"
	ctx, _ := withTurn(t.Context(), container.turns)
	if _, err := p.device.Sessions.GetManySessions(ctx, []string{address}); err != nil {
		t.Fatal(err)
	}
	if err := p.device.Sessions.PutManySessions(ctx, map[string][]byte{address: {1}}); err != nil {
		t.Fatal(err)
	}
	limited, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if err := container.turns.take(limited); err != nil {
		t.Error("the turn is still held")
	}
}

func TestASendWithoutACopyForItsRecipientDoesNotLeave(t *testing.T) {
	p := newParty(t, "5511999990011", nil)
	own := p.device.LID.User + "_1:7"
	asked := []string{own, "90000000000001_1:0"}
	ctx, send := withTurn(t.Context(), newTurns())
	defer send.give()
	if _, err := p.device.Sessions.GetManySessions(ctx, asked); err != nil {
		t.Fatal(err)
	}
	err := p.device.Sessions.PutManySessions(ctx, map[string][]byte{own: {1}})
	if !errors.Is(err, errNobodyEncrypted) {
		t.Errorf("got %v", err)
	}
}
