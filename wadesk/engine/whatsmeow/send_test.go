package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.mau.fi/whatsmeow"
	"go.mau.fi/whatsmeow/types"
)

func TestOnlyWhatIsProvenUnsentIsNotSent(t *testing.T) {
	cut := &whatsmeow.DisconnectedError{Action: "info query"}
	for name, test := range map[string]struct {
		err  error
		want outcome
	}{
		"acknowledged":          {nil, outcome{name: outcomeSent}},
		"refused":               {fmt.Errorf("%w %d", whatsmeow.ErrServerReturnedError, 479), notSent("refused", false)},
		"nobody":                {errors.New("no LID found for 1@s.whatsapp.net from server"), notSent("not_on_whatsapp", false)},
		"removed":               {fmt.Errorf("failed to get group members: %w", whatsmeow.ErrNotInGroup), notSent("not_a_member", false)},
		"query cut":             {fmt.Errorf("failed to get device list: %w", cut), notSent("query_failed", true)},
		"query timed out":       {fmt.Errorf("failed to get user info for 1 to fill LID cache: %w", whatsmeow.ErrIQTimedOut), notSent("query_failed", true)},
		"group query cut":       {fmt.Errorf("failed to get group members: %w", cut), notSent("query_failed", true)},
		"nobody encrypted":      {fmt.Errorf("failed to save cached sessions: %w", errNobodyEncrypted), notSent("query_failed", true)},
		"no socket at first":    {fmt.Errorf("failed to send message node: %w", whatsmeow.ErrNotConnected), notSent("not_connected", true)},
		"no socket afterwards":  {whatsmeow.ErrNotConnected, outcome{name: outcomeUnknown}},
		"written in part":       {errors.New("failed to send message node: broken pipe"), outcome{name: outcomeUnknown}},
		"cut behind the send":   {&whatsmeow.DisconnectedError{Action: "message send"}, outcome{name: outcomeUnknown}},
		"cut behind the resend": {&whatsmeow.DisconnectedError{Action: "message send (retry)"}, outcome{name: outcomeUnknown}},
		"timed out":             {whatsmeow.ErrMessageTimedOut, outcome{name: outcomeUnknown}},
		"the engine ended":      {context.Canceled, outcome{name: outcomeUnknown}},
		"anything new":          {errors.New("something"), outcome{name: outcomeUnknown}},
	} {
		if got := judge(test.err); got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}

// The proofs rest on texts: a text that the library no longer has would make a proven unsent message uncertain, and
// one that moved behind the write would make a sent one "not sent".
func TestTheTextsThatProveAreStillInTheLibrary(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "go.mau.fi/whatsmeow").Output()
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, name := range []string{"send.go", "retry.go"} {
		body, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), name))
		if err != nil {
			t.Fatal(err)
		}
		source.Write(body)
	}
	for _, text := range append(beforeTheMessage(), "no LID found for ", "failed to send message node: ", "message send") {
		if !strings.Contains(source.String(), `"`+text) {
			t.Errorf("whatsmeow no longer says %q: read its send.go again", text)
		}
	}
}

func TestAMessageLeavesOnlyFromTheNumberItWasWrittenFor(t *testing.T) {
	e, _ := testEngine(t, nil)
	number := "+5511988880001"
	_, got := e.link.Load().sendMessage(sendCommand{
		Sender: "+5511999990022", To: peer{Number: &number}, MessageID: "3EB0", Raw: "CgJPaQ==",
	})
	if got != notSent("wrong_sender", false) {
		t.Errorf("got %+v", got)
	}
}

func TestWhatCannotBeSentIsSaidBeforeAnythingLeaves(t *testing.T) {
	e, _ := testEngine(t, nil)
	number := "+5511988880001"
	good := sendCommand{Sender: "+5511999990011", To: peer{Number: &number}, MessageID: "3EB0", Raw: "CgJPaQ=="}
	for want, spoil := range map[string]func(*sendCommand){
		"bad_message":   func(c *sendCommand) { c.Raw = "!" },
		"bad_recipient": func(c *sendCommand) { c.To = peer{} },
		"not_connected": func(*sendCommand) {},
	} {
		command := good
		spoil(&command)
		if _, got := e.link.Load().sendMessage(command); got.code != want || got.name != outcomeNotSent {
			t.Errorf("%s: got %+v", want, got)
		}
	}
}

func TestOnlyPeopleAndGroupsCanBeSentTo(t *testing.T) {
	text := func(s string) *string { return &s }
	for _, to := range []peer{
		{}, {Group: text("status@broadcast")}, {Group: text("123@broadcast")}, {Group: text("x@g.us")},
		{Number: text("5511988880001")}, {Number: text("+0511988880001")}, {Number: text("+55119888800010000")},
		{LID: text("90@lid")}, {Number: text("+5511988880001"), Group: text("120363000000000001@g.us")},
		{Number: text("+5511988880001@g.us")},
	} {
		if jid, err := address(to); err == nil {
			t.Errorf("%s was taken", jid)
		}
	}
	both := peer{Number: text("+5511988880001"), LID: text("90000000000001")}
	if jid, err := address(both); err != nil || jid.Server != types.HiddenUserServer {
		t.Errorf("got %s, %v: a number can pass to another person, a LID does not", jid, err)
	}
}
