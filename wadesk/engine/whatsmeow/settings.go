package main

// protect gives the client every setting that makes the promise hold: nothing is lost, nothing arrives twice, and no
// phone is bound to a slot that is not its own. The offline build alone can leave one out, for the tests that show
// what it prevents (tests/engine/test_protections.py).
func (l *link) protect(off without) {
	client := l.client
	// WhatsApp gets its acknowledgement after our handler has returned, which is after the worker has stored.
	client.SynchronousAck = !off.has(protectAck)
	// The ratchet has moved before the handler runs: without the buffer a redelivery could not be read any more.
	client.EnableDecryptedEventBuffer = !off.has(protectEventBuffer)
	// A phone that could not read a message may ask for it again after our restart.
	client.UseRetryMessageStore = !off.has(protectRetryStore)
	// The server sends a notice of history once: it is stored first, and its receipt waits for history_done.
	client.ManualHistorySyncDownload = !off.has(protectHistory)
	client.DisableManualHistorySyncReceipt = !off.has(protectHistory)
	// Refusing before pairing completes leaves the phone with an error and no session behind.
	if !off.has(protectPrePair) {
		client.PrePairCallback = l.prePair
	}
	// Every attempt to connect is the worker's; the library's own delays grow without cap or jitter.
	client.EnableAutoReconnect = false
	client.InitialAutoReconnect = false
	client.DisableLoginAutoReconnect = true
	// The own name and the contacts after linking.
	client.EmitAppStateEventsOnFullSync = true
	// The library's answers to retry receipts take no turns with decryptions: one at a time is the least harm.
	client.SetMaxParallelRetryReceiptHandling(1)
}
