package main

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// goldenFrames are written by the Python structs (tests/golden/examples.py).
func goldenFrames(t *testing.T, side string) []json.RawMessage {
	t.Helper()
	text, err := os.ReadFile("../../../tests/golden/engine_frames.json")
	if err != nil {
		t.Fatal(err)
	}
	var sides map[string][]json.RawMessage
	if err := json.Unmarshal(text, &sides); err != nil {
		t.Fatal(err)
	}
	if len(sides[side]) == 0 {
		t.Fatalf("no frames for %s", side)
	}
	return sides[side]
}

// sameFields fails when what Go writes for f is not what Python wrote, field by field.
func sameFields(t *testing.T, f frame, golden []byte) {
	t.Helper()
	body, err := encode(f)
	if err != nil {
		t.Fatal(err)
	}
	var ours, theirs map[string]any
	if err := json.Unmarshal(body[4:], &ours); err != nil {
		t.Fatalf("%s is no JSON: %v", f.tag(), err)
	}
	if err := json.Unmarshal(golden, &theirs); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(ours, theirs) {
		t.Errorf("%s: Go has %v, Python %v", f.tag(), ours, theirs)
	}
}

func TestGoReadsEveryFrameThatPythonSends(t *testing.T) {
	for _, golden := range goldenFrames(t, "to_engine") {
		f, err := decode(golden)
		if err != nil {
			t.Errorf("%v: %s", err, golden)
			continue
		}
		sameFields(t, f, golden)
	}
}

// outgoing has one value of every frame that the engine sends.
func outgoing() []frame {
	return []frame{
		&ready{}, &reply{}, &qrCode{}, &qrTimeout{}, &scannedWithoutMultidevice{}, &prePair{}, &paired{}, &pairError{},
		&passkeyRequest{}, &loginRestart{}, &connected{}, &disconnected{}, &loggedOut{}, &banned{}, &restricted{},
		&replaced{}, &outdated{}, &connectFailure{}, &streamError{}, &keepaliveTimeout{}, &keepaliveRestored{},
		&offlinePreview{}, &offlineDone{}, &messageHeard{}, &receiptHeard{}, &groupHeard{}, &historyNotice{}, &historyChunk{},
		&phoneHeard{}, &pictureChanged{},
		&undecryptable{}, &pushName{}, &ownPushName{}, &contactName{}, &identityChange{}, &fatal{},
	}
}

func TestGoWritesEveryFrameAsPythonReadsIt(t *testing.T) {
	seen := map[string]bool{}
	for _, golden := range goldenFrames(t, "from_engine") {
		var head struct {
			Type string `json:"type"`
		}
		if err := json.Unmarshal(golden, &head); err != nil {
			t.Fatal(err)
		}
		seen[head.Type] = true
		f := outgoingNamed(t, head.Type)
		if err := json.Unmarshal(golden, f); err != nil {
			t.Fatalf("%s: %v", head.Type, err)
		}
		sameFields(t, f, golden)
	}
	if len(seen) != len(outgoing()) {
		t.Errorf("%d of %d frames have an example", len(seen), len(outgoing()))
	}
}

func outgoingNamed(t *testing.T, tag string) frame {
	t.Helper()
	for _, f := range outgoing() {
		if f.tag() == tag {
			return f
		}
	}
	t.Fatalf("Go has no frame %q", tag)
	return nil
}

func TestFramesPassThePipeWhole(t *testing.T) {
	var wire bytes.Buffer
	sender := newPipe(nil, &wire)
	text := string(bytes.Repeat([]byte("ã"), 100_000))
	for range 3 {
		if err := sender.write(buildCommand{ID: 7, Kind: "text", Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	receiver := newPipe(&wire, nil)
	for range 3 {
		body, err := receiver.read()
		if err != nil {
			t.Fatal(err)
		}
		if f, err := decode(body); err != nil || f.(buildCommand).Text != text {
			t.Fatalf("got %v", err)
		}
	}
}

func TestAFrameOverTheLimitIsRefusedEitherWay(t *testing.T) {
	if _, err := encode(fatal{Detail: string(make([]byte, frameLimit))}); err != errFrameTooLarge {
		t.Errorf("encoding gave %v", err)
	}
	announced := bytes.NewReader([]byte{0xff, 0, 0, 0})
	if _, err := newPipe(announced, nil).read(); err != errFrameTooLarge {
		t.Errorf("reading gave %v", err)
	}
}

func TestWhatIsNoFrameIsRefusedWithoutItsContent(t *testing.T) {
	for _, text := range []string{`{`, `{"type":"secret"}`, `{"type":"send","to":"+5511999990011"}`, `[]`} {
		_, err := decode([]byte(text))
		if err == nil {
			t.Errorf("%s was taken", text)
		} else if bytes.Contains([]byte(err.Error()), []byte("55119")) {
			t.Errorf("the error repeats the content: %v", err)
		}
	}
}
