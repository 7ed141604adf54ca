// Imported before anything else: libraries read DEBUG when they are loaded, and then print what passes through them.
// Prisma prints the arguments of queries, which are values of records.
delete process.env['DEBUG'];
