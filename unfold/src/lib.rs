//! Puts the code of the module's first part back in its places: what `xtask/src/build/split/columns.rs` folds.
//!
//! A module of its own, a few hundred bytes inside the script, since it runs before there is any other. As JavaScript it
//! ran in an interpreter, and took three times as long. It works on bare addresses, without a stack and without a check:
//! in a page the memory is its own, what a damaged file leads out of it is a trap, and then loading has failed.
#![cfg_attr(target_arch = "wasm32", no_std)]

/// Bytes of the table of kinds, which ends the file: for every first byte of an instruction, what follows it.
pub const KINDS: usize = 256;
/// Numbers of four bytes before that table: where each column begins, counted from the file's beginning, that of all that
/// is before the functions and behind them first; how much is before the functions; how many functions there are; how
/// much is behind them; and room for a number of our own.
pub const NUMBERS: usize = COLUMNS + 4;
/// Columns, with that of all that is no code.
pub const COLUMNS: usize = 9;
/// The column of instructions.
pub const INSTRUCTIONS: usize = 1;
/// The column of what functions say of their locals.
pub const LOCALS: usize = 2;

// A kind is a way, times 64; a column, times 4; and how many numbers follow.
/// As many numbers as are said.
pub const PLAIN: u8 = 0;
/// Those, and a construct begins.
pub const OPEN: u8 = 1;
/// A construct ends.
pub const CLOSE: u8 = 2;
/// One of the four below, by the count.
pub const SPECIAL: u8 = 3;
/// Eight bytes follow.
pub const EIGHT: u8 = 0;
/// A number follows, and as many more as it says, and one.
pub const LISTED: u8 = 1;
/// A zero, which is not sent, and a number.
pub const ACCESS: u8 = 2;
/// A number that says which instruction it is: up to 7 stand alone, 10 has two numbers behind it, others one.
pub const SECOND: u8 = 3;

/// Writes the first part behind the file; gives its length.
///
/// # Safety
///
/// At `file` are `length` bytes as the build writes them, and behind them is room for twice as many.
pub unsafe fn unfold(file: *mut u8, length: usize) -> usize {
    // SAFETY: what the file says of itself is true, as the caller vouches.
    unsafe {
        let kinds = file.add(length - KINDS);
        let table = kinds.sub(4 * NUMBERS).cast::<u32>();
        let start = file.add(length);
        let mut to = copy(file, table, start, number(table.add(COLUMNS)));
        let mut functions = number(table.add(COLUMNS + 1));
        let mut code = file.add(number(table.add(INSTRUCTIONS)));
        while functions > 0 {
            let begin = to;
            let locals = table.add(LOCALS);
            to = numbers(file, locals, to, 1, table);
            to = numbers(file, locals, to, 2 * last(table), table);
            let mut open = 1;
            while open > 0 {
                let instruction = *code;
                code = code.add(1);
                to = put(to, instruction);
                let kind = *kinds.add(usize::from(instruction));
                if kind == 0 {
                    continue;
                }
                let column = table.byte_add(usize::from(kind & 0x3c));
                let count = kind & 3;
                if kind >> 6 == SPECIAL {
                    if count == EIGHT {
                        to = copy(file, column, to, 8);
                        continue;
                    }
                    if count == ACCESS {
                        to = put(to, 0);
                    }
                    to = numbers(file, column, to, 1, table);
                    if count == LISTED {
                        to = numbers(file, column, to, last(table) + 1, table);
                    } else if count == SECOND && last(table) > 7 {
                        to = numbers(file, column, to, 1 + usize::from(last(table) == 10), table);
                    }
                } else {
                    to = numbers(file, column, to, usize::from(count), table);
                    open += usize::from(kind >> 6) & 1;
                    open -= usize::from(kind >> 7);
                }
            }
            // The size stands before what it is the size of.
            let mut size = to.offset_from(begin).cast_unsigned();
            let mut room = 1;
            while size >> (7 * room) > 0 {
                room += 1;
            }
            core::ptr::copy(begin, begin.add(room), size);
            to = to.add(room);
            let mut place = begin;
            while size > 0x7f {
                place = put(place, size as u8 | 0x80);
                size >>= 7;
            }
            put(place, size as u8);
            functions -= 1;
        }
        copy(file, table, to, number(table.add(COLUMNS + 2)))
            .offset_from(start)
            .cast_unsigned()
    }
}

/// A number of the table, wherever it stands.
unsafe fn number(place: *mut u32) -> usize {
    // SAFETY: as for `unfold`.
    unsafe { place.read_unaligned() as usize }
}

/// The last number that was copied.
unsafe fn last(table: *mut u32) -> usize {
    // SAFETY: as for `unfold`.
    unsafe { number(table.add(NUMBERS - 1)) }
}

unsafe fn put(to: *mut u8, byte: u8) -> *mut u8 {
    // SAFETY: as for `unfold`.
    unsafe {
        *to = byte;
        to.add(1)
    }
}

/// Copies as many bytes from a column; gives the place behind them.
#[inline(never)]
unsafe fn copy(file: *mut u8, column: *mut u32, to: *mut u8, count: usize) -> *mut u8 {
    // SAFETY: as for `unfold`.
    unsafe {
        let from = number(column);
        column.write_unaligned((from + count) as u32);
        core::ptr::copy(file.add(from), to, count);
        to.add(count)
    }
}

/// Copies as many numbers from a column, which are LEB128, as in WebAssembly; gives the place behind them.
#[inline(never)]
unsafe fn numbers(file: *mut u8, column: *mut u32, mut to: *mut u8, mut count: usize, table: *mut u32) -> *mut u8 {
    // SAFETY: as for `unfold`.
    unsafe {
        let mut from = file.add(number(column));
        while count > 0 {
            let mut value = 0;
            let mut shift = 0;
            loop {
                let byte = *from;
                from = from.add(1);
                to = put(to, byte);
                value |= u32::from(byte & 0x7f).wrapping_shl(shift);
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            table.add(NUMBERS - 1).write_unaligned(value);
            count -= 1;
        }
        column.write_unaligned(from.offset_from(file) as u32);
        to
    }
}

/// The joint with the page: a memory and a call.
#[cfg(target_arch = "wasm32")]
mod page {
    /// Where the page puts the file.
    const FILE: *mut u8 = 0x400 as *mut u8;

    #[unsafe(export_name = "u")]
    extern "C" fn unfold(length: usize) -> usize {
        // SAFETY: the page has put it there, and has made the memory large enough.
        unsafe { super::unfold(FILE, length) }
    }

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }
}
