package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// cut gives the chunks of some chats, each with so many messages of a size.
func cut(t *testing.T, size int, counts ...int) []historyChunk {
	t.Helper()
	var all []historyChunk
	c := newChunks("3A06", 40, func(build func(int) frame) bool {
		all = append(all, build(len(all)+1).(historyChunk))
		return true
	})
	for number, count := range counts {
		messages := make([]historyMessage, count)
		for i := range messages {
			messages[i] = historyMessage{ServerID: fmt.Sprintf("%d-%05d", number, i), Raw: strings.Repeat("A", size)}
		}
		if !c.add(historyChat{Name: fmt.Sprint(number), Unread: number}, messages) {
			t.Fatal("stopped")
		}
	}
	if !c.close() {
		t.Fatal("stopped")
	}
	return all
}

func TestHistoryIsCutIntoPiecesThatLoseNothingAndStaySmall(t *testing.T) {
	for _, scene := range []struct {
		size   int
		counts []int
		chunks int
	}{
		{0, nil, 1},
		{10, []int{3, 0, 2}, 1},
		{10, []int{200}, 1},
		{10, []int{201}, 2},
		{10, []int{150, 450}, 3},
		{1024 * 1024, []int{10}, 4},
		{10, make([]int, 450), 3},
	} {
		chunks := cut(t, scene.size, scene.counts...)
		if len(chunks) != scene.chunks {
			t.Errorf("%v: %d chunks, wanted %d", scene.counts, len(chunks), scene.chunks)
		}
		seen := map[string]bool{}
		for i, one := range chunks {
			body, err := encode(one)
			if err != nil || len(body) > chunkBytes+64*1024 || one.Last != (i == len(chunks)-1) || one.Percent != 40 {
				t.Errorf("%v: chunk %d has %d bytes, last %v, %v", scene.counts, i, len(body), one.Last, err)
			}
			messages := 0
			for _, chat := range one.Chats {
				messages += len(chat.Messages)
				for _, message := range chat.Messages {
					seen[message.ServerID] = true
				}
				if !slices.IsSortedFunc(chat.Messages, func(a, b historyMessage) int { return strings.Compare(a.ServerID, b.ServerID) }) {
					t.Errorf("%v: not oldest first", scene.counts)
				}
			}
			if messages > chunkMessages {
				t.Errorf("%v: %d messages in a chunk", scene.counts, messages)
			}
		}
		total := 0
		for _, count := range scene.counts {
			total += count
		}
		if len(seen) != total {
			t.Errorf("%v: %d messages of %d", scene.counts, len(seen), total)
		}
	}
}

func TestTheNewestPieceOfALongChatComesFirst(t *testing.T) {
	chunks := cut(t, 10, 201)
	first, second := chunks[0].Chats[0], chunks[1].Chats[0]
	if first.Messages[199].ServerID != "0-00200" || second.Messages[0].ServerID != "0-00000" || second.Name != first.Name {
		t.Errorf("first ends with %s, second begins with %s", first.Messages[199].ServerID, second.Messages[0].ServerID)
	}
}

func TestAMessageTooLargeForAPieceGoesWithoutItsRawForm(t *testing.T) {
	chunks := cut(t, 5*1024*1024, 1)
	if len(chunks) != 1 || len(chunks[0].Chats[0].Messages) != 1 || chunks[0].Chats[0].Messages[0].Raw != "" {
		t.Errorf("got %d chunks", len(chunks))
	}
}

func TestAWorkerThatTakesNoMoreEndsTheHistory(t *testing.T) {
	c := newChunks("3A06", 0, func(func(int) frame) bool { return false })
	if c.add(historyChat{}, make([]historyMessage, 500)) || c.close() {
		t.Error("went on")
	}
}
