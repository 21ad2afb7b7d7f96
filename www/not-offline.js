// Only under `cargo run`, in place of offline.js: an earlier build must not stand in for the one just made.
if (origin !== "null") {
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((registration) => registration.unregister()));
}
