"""Where keys are kept: the operating system's keyring or, chosen explicitly, a file under a passphrase."""
