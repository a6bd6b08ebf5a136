package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// testTime is when things happen in tests.
func testTime() time.Time { return time.UnixMilli(1790000000000) }

func bareEngine(out io.Writer) *engine {
	return &engine{pipe: newPipe(nil, out), log: newJournal(io.Discard), end: newEnding(), waiting: newWaitingRoom()}
}

func TestAWorkerThatDoesNotAnswerInAMinuteEndsTheEngine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e, began := bareEngine(io.Discard), time.Now()
		if e.keep(func(seq int) frame { return receiptHeard{Seq: seq} }) {
			t.Error("counted as stored")
		}
		if time.Since(began) != answerLimit {
			t.Errorf("waited %s", time.Since(began))
		}
		if reason := <-e.end.reason; reason == nil || reason.code != "unanswered" {
			t.Errorf("ends with %v", reason)
		}
	})
}

func TestSilenceRefusesAPairingAndDoesNotEndTheEngine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e, began := bareEngine(io.Discard), time.Now()
		l := &link{engine: e}
		if l.prePair(noJID(), "android", "") {
			t.Error("silence accepts")
		}
		if time.Since(began) != prePairLimit {
			t.Errorf("waited %s", time.Since(began))
		}
		select {
		case reason := <-e.end.reason:
			t.Errorf("ends with %v", reason)
		default:
		}
	})
}

func TestSeveralEventsWaitAtOnceAndEachGetsItsOwnAnswer(t *testing.T) {
	room := newWaitingRoom()
	first, firstAnswer := room.enter()
	second, secondAnswer := room.enter()
	room.answer(ack{Seq: second, Reason: "b"})
	room.answer(ack{Seq: first, Reason: "a"})
	room.answer(ack{Seq: first})
	room.answer(ack{Seq: 99})
	if (<-firstAnswer).Reason != "a" || (<-secondAnswer).Reason != "b" {
		t.Error("answers were mixed up")
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestAFrameThatCannotBeWrittenEndsTheEngine(t *testing.T) {
	e := bareEngine(closedPipe{})
	if e.keep(func(seq int) frame { return receiptHeard{Seq: seq} }) {
		t.Error("counted as stored")
	}
	if reason := <-e.end.reason; reason == nil || reason.code != "pipe" {
		t.Errorf("ends with %v", reason)
	}
}

func TestSendsLeaveInTheOrderTheyCame(t *testing.T) {
	line := newLane()
	var order []int
	done := make(chan struct{})
	var works []func()
	for i := range 5 {
		works = append(works, line.join(func() { order = append(order, i) }))
	}
	works = append(works, line.join(func() { close(done) }))
	for i := len(works) - 1; i >= 0; i-- {
		go works[i]()
	}
	<-done
	for i, got := range order {
		if got != i {
			t.Fatalf("got %v", order)
		}
	}
}

func TestATaskThatPanicsEndsTheEngineWithoutItsValueInTheLog(t *testing.T) {
	var out bytes.Buffer
	e := bareEngine(io.Discard)
	e.log = newJournal(&out)
	e.tasks.crashed = e.crashed
	e.tasks.start(func() { panic("segredo") })
	e.tasks.finish(time.Second)
	if reason := <-e.end.reason; reason == nil || reason.code != "internal" {
		t.Errorf("ends with %v", reason)
	}
	if strings.Contains(out.String(), "segredo") || !strings.Contains(out.String(), "waiting_test.go") {
		t.Errorf("logged %s", out.String())
	}
}
