//! Child processes that are never left behind, and the programs they are made from.
//!
//! Browsers fork helpers that leave their parent's process group or daemonize, so killing the
//! driver is not enough. This process therefore adopts all orphans among its descendants
//! (`PR_SET_CHILD_SUBREAPER`). Dropping [`Processes`] kills the descendants of one browser's
//! programs, and all processes whose environment names its folder, until none is left; other
//! browsers go on. [`end_all`] kills every descendant of this process at the end.
//!
//! Deliberately absent: polite termination (everything the browsers write is in a temporary
//! folder that goes with them), and cleaning up after this process got SIGKILL.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, wait, waitpid,
};
use tempfile::TempDir;

/// The processes of one browser and the folder that holds all their files.
pub(crate) struct Processes {
    children: Vec<Child>,
    folder: TempDir,
}

impl Processes {
    pub(crate) fn new() -> Self {
        set_child_subreaper(Some(getpid())).expect("Linux 3.4 or newer can adopt orphans");
        let folder = tempfile::Builder::new().prefix("browser-test-").tempdir();
        let folder = folder.expect("TMPDIR (or /tmp) must be a writable folder");
        Self {
            children: Vec::new(),
            folder,
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts a program with its temporary, home and log files in the folder.
    pub(crate) fn start(&mut self, command: &mut Command) -> Result<&mut Child, String> {
        let program = command.get_program().to_string_lossy().into_owned();
        command
            .envs(["TMPDIR", "HOME", "XDG_RUNTIME_DIR"].map(|name| (name, self.folder())))
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_DATA_HOME")
            // Where WebKit gets `navigator.language` from; "en-US" is what the others say anyway.
            .env("LC_ALL", "en_US.UTF-8")
            .stdin(Stdio::null())
            .stderr(self.log_file()?);
        let child = command.spawn();
        self.children
            .push(child.map_err(|error| format!("{program} cannot be started: {error}"))?);
        Ok(self.children.last_mut().expect("a child was just pushed"))
    }

    pub(crate) fn log_file(&self) -> Result<File, String> {
        let file = File::options()
            .append(true)
            .create(true)
            .open(self.folder().join("log.txt"));
        file.map_err(|error| format!("no log file: {error}"))
    }

    /// Returns the end of the log file, for failure messages.
    pub(crate) fn log(&self) -> String {
        let bytes = fs::read(self.folder().join("log.txt")).unwrap_or_default();
        let tail = &bytes[bytes.len().saturating_sub(2000)..];
        String::from_utf8_lossy(tail).into_owned()
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        let mut others = BTreeSet::new();
        loop {
            let left = self.running();
            if left.is_empty() {
                return;
            }
            for pid in left {
                // The only possible failure is that the process ended in the meantime.
                let _ = kill_process(pid, Signal::KILL);
                if !self.is_child(pid) {
                    others.insert(pid.as_raw_nonzero());
                }
            }
            if Instant::now() > deadline {
                return eprintln!("{SURVIVORS}");
            }
            sleep(Duration::from_millis(5));
            self.children
                .retain_mut(|child| !matches!(child.try_wait(), Ok(Some(_))));
            for pid in &others {
                // Orphans have become children of this process; others answer with an error.
                let _ = waitpid(Pid::from_raw(pid.get()), WaitOptions::NOHANG);
            }
        }
    }
}

impl Processes {
    /// Returns the processes of this browser that have not been waited for yet.
    fn running(&self) -> Vec<Pid> {
        let parents = parents();
        let mut found: Vec<Pid> = parents
            .iter()
            .map(|(pid, _)| *pid)
            .filter(|pid| self.is_child(*pid) || self.is_named_by(*pid))
            .collect();
        add_descendants(&mut found, &parents);
        found
    }

    fn is_child(&self, pid: Pid) -> bool {
        let id = pid.as_raw_nonzero().get().cast_unsigned();
        self.children.iter().any(|child| child.id() == id)
    }

    /// Reports whether the environment of a process names the folder.
    fn is_named_by(&self, pid: Pid) -> bool {
        let environment = fs::read(format!("/proc/{}/environ", pid.as_raw_nonzero()));
        let environment = environment.unwrap_or_default();
        let folder = self.folder().as_os_str().as_bytes();
        let mut variables = environment.split(|byte| *byte == 0);
        variables.any(|variable| variable.strip_prefix(b"HOME=") == Some(folder))
    }
}

const PATIENCE: Duration = Duration::from_secs(10);
const SURVIVORS: &str = "browser processes survived SIGKILL; see `ps`";

/// Kills every process that this one started or adopted. Only for the end of the program: it would
/// take the exit status from other code that waits for a child.
pub(crate) fn end_all() {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let parents = parents();
        let mut found = vec![getpid()];
        add_descendants(&mut found, &parents);
        for pid in &found[1..] {
            // The only possible failure is that the process ended in the meantime.
            let _ = kill_process(*pid, Signal::KILL);
        }
        match wait(WaitOptions::NOHANG) {
            Err(Errno::CHILD) => return,
            _ if Instant::now() > deadline => return eprintln!("{SURVIVORS}"),
            Ok(None) => sleep(Duration::from_millis(5)),
            _ => {}
        }
    }
}

/// Returns the first of the files `names` in PATH, ~/.cargo/bin or `folders`.
pub(crate) fn find_program(
    names: &[&str],
    folders: &[String],
    install: &str,
) -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo = std::env::home_dir().map(|home| home.join(".cargo/bin"));
    let folders = std::env::split_paths(&path)
        .chain(cargo)
        .chain(folders.iter().map(PathBuf::from));
    folders
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| format!("{} not found; install it: {install}", names.join(" or ")))
}

/// Adds the descendants of the processes in the list to it.
fn add_descendants(found: &mut Vec<Pid>, parents: &[(Pid, Pid)]) {
    let mut next = 0;
    while next < found.len() {
        for (child, parent) in parents {
            if *parent == found[next] && !found.contains(child) {
                found.push(*child);
            }
        }
        next += 1;
    }
}

/// Returns every process of the system with its parent.
fn parents() -> Vec<(Pid, Pid)> {
    let entries = fs::read_dir("/proc").expect("/proc must be mounted");
    entries
        .filter_map(|entry| parent(&entry.ok()?.path()))
        .collect()
}

/// Returns the process of a /proc folder and its parent.
fn parent(folder: &Path) -> Option<(Pid, Pid)> {
    let pid = Pid::from_raw(folder.file_name()?.to_str()?.parse().ok()?)?;
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    // "pid (name) state parent …", where the name may itself contain spaces and brackets.
    let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?;
    Some((pid, Pid::from_raw(parent.parse().ok()?)?))
}
