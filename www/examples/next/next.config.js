/** @type {import('next').NextConfig} */
export default {
  // `next build` makes a server; with STATIC=1 it makes a folder of files.
  output: process.env.STATIC ? 'export' : undefined,
};
