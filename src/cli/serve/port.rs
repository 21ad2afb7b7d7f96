//! The port on which `serve` listens. Other machines cannot reach it.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

use commands::Failure;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// Opens the named port, else the first free one from 8080.
pub(super) fn listen(named: Option<u16>) -> Result<TcpListener, Failure> {
    let Some(port) = named else {
        return first_free().map_err(|error| Failure::build("open a port", error));
    };
    open(port).map_err(|error| {
        let found = match error.kind() {
            ErrorKind::AddrInUse => "that another program uses it".to_owned(),
            _ => error.to_string(),
        };
        Failure::Usage(format!(
            "expected port {port} to be free, found {found}; name another port, or omit --port for the next free one"
        ))
    })
}

fn first_free() -> io::Result<TcpListener> {
    let mut port = FIRST_PORT;
    loop {
        match open(port) {
            Err(error)
                if error.kind() == ErrorKind::AddrInUse && port < FIRST_PORT + PORTS_TRIED =>
            {
                port += 1;
            }
            result => return result,
        }
    }
}

fn open(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    // The server's runtime requires it.
    listener.set_nonblocking(true)?;
    Ok(listener)
}
