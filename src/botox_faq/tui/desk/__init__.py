"""The desk: reception's worklist of requests."""
