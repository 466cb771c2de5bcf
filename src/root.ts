/** The project's folder, with data, views and migrations: one level above this file, compiled or not. */
export const root = new URL("../", import.meta.url);
