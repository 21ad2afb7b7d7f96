//! Compressed copies of files, for servers.

use std::io::{self, Write};

use alloc_stdlib::StandardAlloc;
use brotli::enc::{BrotliAlloc, BrotliEncoderParams};
use brotli::{Allocator, BrotliCompressCustomIo, CustomRead, CustomWrite};

use crate::system::Copies;

/// The size of a file, in bytes, from which the best compression takes too long: 4 MB of a plan take
/// 7 s at quality 11 and 0.15 s at quality 9, for a result that is 15 % larger.
const LARGE: usize = 4_000_000;

/// Returns the compressed copies of a file: brotli and gzip. The same bytes have the same copies on every machine.
///
/// # Errors
/// If the compression fails.
pub fn copies(bytes: &[u8]) -> Result<Copies, String> {
    let both = || Ok([brotli(bytes)?, gzip(bytes)?]);
    both().map_err(|error: io::Error| error.to_string())
}

/// Compresses with tables of logarithms (the feature `std` is off): the logarithms of the standard library differ between
/// machines in their last bit, and so would the copies.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: if bytes.len() < LARGE { 11 } else { 9 },
        lgwin: 22,
        // Blocks of 64 KB: 0.2 % smaller with these tables.
        lgblock: 16,
        ..Default::default()
    };
    let mut compressed = Output(Vec::new());
    let [mut input_buffer, mut output_buffer] = [[0; 4096]; 2];
    let written = BrotliCompressCustomIo(
        &mut Input(bytes),
        &mut compressed,
        &mut input_buffer,
        &mut output_buffer,
        &parameters,
        Heap,
        &mut |_, _, _, _| (),
        (),
    );
    written
        .map(|_| compressed.0)
        .map_err(|()| io::ErrorKind::UnexpectedEof.into())
}

/// Bytes that are compressed.
struct Input<'a>(&'a [u8]);

impl CustomRead<()> for Input<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, ()> {
        let length = buffer.len().min(self.0.len());
        let (read, rest) = self.0.split_at(length);
        buffer[..length].copy_from_slice(read);
        self.0 = rest;
        Ok(length)
    }
}

/// Compressed bytes.
struct Output(Vec<u8>);

impl CustomWrite<()> for Output {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ()> {
        self.0.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ()> {
        Ok(())
    }
}

/// The memory of the compression.
struct Heap;

/// Memory for values of one type.
type Memory<T> = <StandardAlloc as Allocator<T>>::AllocatedMemory;

impl<T: Clone + Default> Allocator<T> for Heap {
    type AllocatedMemory = Memory<T>;

    fn alloc_cell(&mut self, length: usize) -> Memory<T> {
        StandardAlloc::default().alloc_cell(length)
    }

    fn free_cell(&mut self, _: Memory<T>) {}
}

impl BrotliAlloc for Heap {}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
