// Command wadesk-engine holds one WhatsApp number: it speaks WhatsApp's protocol through whatsmeow and is driven
// by its worker in frames over stdin and stdout. It adapts and reports; it decides nothing and keeps nothing but
// the number's encrypted key store.
package main

import (
	"os"
)

// version goes into ready; the worker logs it.
const version = "0.1.0"

func main() {
	if len(os.Args) == 3 && os.Args[1] == "probe" {
		os.Exit(probe(os.Args[2], os.Stdout))
	}
	if code, asked := inspect(os.Args); asked {
		os.Exit(code)
	}
	if !endWithParent() {
		os.Exit(exitFailed)
	}
	output, err := moveOutputAside()
	if err != nil {
		os.Exit(exitFailed)
	}
	ownerOnly()
	os.Exit(run(os.Stdin, output, os.Stderr, ignoreSignals()))
}
