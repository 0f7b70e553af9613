/** Whoever was asked has stopped, with Ctrl-C or Ctrl-D: no line will come any more. Its message is what is said of it. */
export class AskingStopped extends Error {}
