package main

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"io"
	"net"
	"time"
)

const probeLimit = 10 * time.Second

// probed is the one line that a probe prints.
type probed struct {
	OK           bool   `json:"ok"`
	Certificates bool   `json:"certificates"`
	Addresses    int    `json:"addresses"`
	Error        string `json:"error"`
}

// probe tries what an offline test in plain HTTP would never miss: the system's certificates and its resolver. It
// returns the exit status.
func probe(name string, out io.Writer) int {
	var result probed
	pool, err := x509.SystemCertPool()
	result.Certificates = err == nil && !pool.Equal(x509.NewCertPool())
	ctx, cancel := context.WithTimeout(context.Background(), probeLimit)
	defer cancel()
	addresses, lookup := net.DefaultResolver.LookupHost(ctx, name)
	result.Addresses = len(addresses)
	switch {
	case !result.Certificates:
		result.Error = "no system certificates"
	case lookup != nil:
		result.Error = "the name cannot be looked up"
	default:
		result.OK = true
	}
	line, err := json.Marshal(result)
	if err != nil {
		return exitFailed
	}
	if _, err := out.Write(append(line, '\n')); err != nil || !result.OK {
		return exitFailed
	}
	return exitClean
}
