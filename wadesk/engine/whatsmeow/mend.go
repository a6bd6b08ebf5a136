package main

import (
	"bytes"

	"go.mau.fi/libsignal/state/record"
	"go.mau.fi/whatsmeow/store"
)

// mend returns the session that a decryption wants to store with every state but the current one as it was before.
//
// libsignal's DecryptWithState steps a state's ratchet before it checks the message's MAC. Where several states
// exist (both sides began a session), those tried in vain are stored damaged, and what they should still decrypt is
// lost. The current state is the one that decrypted. A state is known by its SenderBaseKey; libsignal also leaves
// a second copy of a promoted state behind, which is dropped. What cannot be read is stored as it is.
func mend(before, after []byte) []byte {
	serializer := store.SignalProtobufSerializer.Session
	if len(before) == 0 {
		return after
	}
	old, err := serializer.Deserialize(before)
	if err != nil {
		return after
	}
	session, err := serializer.Deserialize(after)
	if err != nil || session.SessionState == nil {
		return after
	}
	kept := session.PreviousStates[:0:0]
	for _, state := range session.PreviousStates {
		if sameState(state, session.SessionState) || findState(kept, state) != nil {
			continue
		}
		if was := findState(allStates(old), state); was != nil {
			state = was
		}
		kept = append(kept, state)
	}
	session.PreviousStates = kept
	return serializer.Serialize(session)
}

func allStates(session *record.SessionStructure) []*record.StateStructure {
	return append([]*record.StateStructure{session.SessionState}, session.PreviousStates...)
}

func findState(states []*record.StateStructure, wanted *record.StateStructure) *record.StateStructure {
	for _, state := range states {
		if sameState(state, wanted) {
			return state
		}
	}
	return nil
}

func sameState(a, b *record.StateStructure) bool {
	return a != nil && b != nil && len(a.SenderBaseKey) > 0 && bytes.Equal(a.SenderBaseKey, b.SenderBaseKey)
}
