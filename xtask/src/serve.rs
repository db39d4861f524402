//! A small web server for this machine alone: the site at `/`, the package at `/pkg/`.
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::error::{Error, Remedy, Result};

/// A browser that opens a connection and says nothing is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Folders by the path at which they are served. The longest path that fits counts.
pub(crate) type Routes = Vec<(&'static str, PathBuf)>;

/// A server that runs until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve. Without a port it is `preferred`, or a free one where that is taken.
    pub(crate) fn start(routes: Routes, port: Option<u16>, preferred: u16) -> Result<Self> {
        let listener = match port {
            Some(port) => bind(port)
                .map_err(|error| Error::new(format!("port {port} can't be used: {error}")))
                .remedy("name another one by --port, or none")?,
            None => bind(preferred).or_else(|_| bind(0))?,
        };
        let address = listener.local_addr()?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let routes = Arc::new(routes);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let routes = Arc::clone(&routes);
                // A page that goes away in the midst of an answer is no event.
                thread::spawn(move || answer(&stream, &routes).unwrap_or_default());
            }
        });
        Ok(Self {
            address,
            stop,
            thread: Some(thread),
        })
    }

    /// Where the server is, such as `http://127.0.0.1:8080`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until the process ends.
    pub(crate) fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // The listener sleeps until somebody calls.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn answer(stream: &TcpStream, routes: &Routes) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return respond(stream, "405 Method Not Allowed", &[], b"", false);
    }
    let with_body = method == "GET";
    let path = decoded(target.split(['?', '#']).next().unwrap_or_default());
    let Some(file) = locate(&path, routes) else {
        return respond(
            stream,
            "404 Not Found",
            &[],
            format!("no {path} here\n").as_bytes(),
            with_body,
        );
    };
    if file.is_dir() {
        if !path.ends_with('/') {
            return respond(
                stream,
                "308 Permanent Redirect",
                &[("Location", &format!("{path}/"))],
                b"",
                with_body,
            );
        }
        return send(stream, &file.join("index.html"), with_body);
    }
    send(stream, &file, with_body)
}

fn send(stream: &TcpStream, file: &Path, with_body: bool) -> io::Result<()> {
    match fs::read(file) {
        Ok(body) => respond(
            stream,
            "200 OK",
            &[("Content-Type", media_type(file))],
            &body,
            with_body,
        ),
        Err(_) => respond(stream, "404 Not Found", &[], b"not found\n", with_body),
    }
}

fn respond(
    mut stream: &TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
    with_body: bool,
) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    // What was built a moment ago is what the page gets.
    head.push_str("Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file or folder of a path, if there is one inside the served folders.
fn locate(path: &str, routes: &Routes) -> Option<PathBuf> {
    let (prefix, folder) = routes
        .iter()
        .filter(|(prefix, _)| path.starts_with(prefix) || format!("{path}/") == *prefix)
        .max_by_key(|(prefix, _)| prefix.len())?;
    let inside = Path::new(path.get(prefix.len()..).unwrap_or_default());
    let harmless = inside
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let file = folder.join(inside);
    (harmless && file.exists()).then_some(file)
}

/// `%E5%BE%B7` as the characters that it stands for.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, others @ ..] = rest {
        let code = others
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" | "txt" | "ts" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Server, decoded};
    use crate::error::Result;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn get(server: &Server, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(server.address)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn files_come_with_their_type_and_nothing_outside_is_served() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("zonestat-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("site/zh"))?;
        fs::create_dir_all(folder.join("pkg"))?;
        fs::write(folder.join("secret.html"), "secret")?;
        fs::write(folder.join("site/index.html"), "home")?;
        fs::write(folder.join("site/zh/index.html"), "家")?;
        fs::write(folder.join("pkg/a.wasm"), "wasm")?;
        let server = Server::start(vec![("/", folder.join("site")), ("/pkg/", folder.join("pkg"))], None, 0)?;

        let home = get(&server, "/?lang=zh")?;
        assert!(
            home.contains("text/html; charset=utf-8") && home.ends_with("home"),
            "{home}"
        );
        assert!(get(&server, "/pkg/a.wasm")?.contains("application/wasm"));
        assert!(get(&server, "/zh")?.contains("Location: /zh/"));
        for outside in [
            "/../secret.html",
            "/%2e%2e/secret.html",
            "/pkg/../../secret.html",
            "/none",
        ] {
            assert!(get(&server, outside)?.starts_with("HTTP/1.1 404"), "{outside}");
        }

        let address = server.address;
        drop(server);
        assert!(TcpStream::connect(address).is_err(), "the port is free again");
        fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn a_port_that_is_taken_is_replaced_unless_it_was_asked_for() -> Result<()> {
        let first = Server::start(Vec::new(), None, 0)?;
        let taken = first.address.port();
        let second = Server::start(Vec::new(), None, taken)?;
        assert_ne!(second.address.port(), taken);
        assert!(Server::start(Vec::new(), Some(taken), 0).is_err());
        Ok(())
    }

    #[test]
    fn paths_are_decoded_and_odd_ones_left_alone() {
        assert_eq!(decoded("/%E5%BE%B7"), "/德");
        assert_eq!(decoded("/100%"), "/100%");
        assert_eq!(decoded("/%zz"), "/%zz");
    }
}
