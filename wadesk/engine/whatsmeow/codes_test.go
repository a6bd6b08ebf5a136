package main

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"go.mau.fi/whatsmeow/types/events"
)

func showing(shown *[]string, start time.Time) *codeShow {
	return &codeShow{
		rotate: make(chan *events.RotateADVSecret, 4),
		show: func(code string, number, of int, life time.Duration) {
			*shown = append(*shown, fmt.Sprintf("%s %s %d/%d %s", time.Since(start), code, number, of, life))
		},
	}
}

func TestTheFirstOfSixCodesLivesAMinuteAndTheOthersTwentySeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		if !showing(&shown, time.Now()).run(t.Context(), []string{"a", "b", "c", "d", "e", "f"}) {
			t.Error("not all were shown")
		}
		want := []string{"0s a 1/6 1m0s", "1m0s b 2/6 20s", "1m20s c 3/6 20s", "1m40s d 4/6 20s", "2m0s e 5/6 20s", "2m20s f 6/6 20s"}
		if !reflect.DeepEqual(shown, want) {
			t.Errorf("got %q", shown)
		}
	})
}

func TestFewerThanSixCodesLiveTwentySecondsEach(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		showing(&shown, time.Now()).run(t.Context(), []string{"a", "b"})
		if want := []string{"0s a 1/2 20s", "20s b 2/2 20s"}; !reflect.DeepEqual(shown, want) {
			t.Errorf("got %q", shown)
		}
	})
}

func TestARotatedSecretShowsTheCurrentCodeAgainForTheRestOfItsLife(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		show := showing(&shown, time.Now())
		go func() {
			time.Sleep(5 * time.Second)
			show.rotate <- &events.RotateADVSecret{OldSecret: "old", NewSecret: "new"}
		}()
		show.run(t.Context(), []string{"a,old", "b,old"})
		if want := []string{"0s a,old 1/2 20s", "5s a,new 1/2 15s", "20s b,new 2/2 20s"}; !reflect.DeepEqual(shown, want) {
			t.Errorf("got %q", shown)
		}
	})
}

func TestAScannedCodeEndsTheShow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		if showing(&shown, time.Now()).run(ctx, []string{"a", "b"}) {
			t.Error("the show went on to its end")
		}
		if len(shown) != 1 {
			t.Errorf("got %q", shown)
		}
	})
}

func TestACodeOfLettersKeepsTheConnectionBeyondTheLastQr(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		start := time.Now()
		show := showing(&shown, start)
		if !show.linger(t.Context()) || time.Since(start) != 0 {
			t.Error("waited for nothing")
		}
		go func() {
			time.Sleep(15 * time.Second)
			show.until.Store(time.Now().Add(letterLife).UnixNano())
		}()
		if !show.run(t.Context(), []string{"a"}) || !show.linger(t.Context()) || time.Since(start) != 15*time.Second+letterLife {
			t.Errorf("ended after %s", time.Since(start))
		}
		show.until.Store(time.Now().Add(letterLife).UnixNano())
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if show.linger(ctx) {
			t.Error("went on to its end")
		}
	})
}
