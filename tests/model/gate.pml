/* The gate as shutdown/gate.h and gate.cc have it, on a processor with store buffers (TSO, as x86).
 *
 * READERS threads make ENTRIES outer entries with a nested one in each. A drainer drains DRAINS
 * times, takes NSS down and up, advances the generation and opens again. Futex waits have no
 * time-out, so a lost wake is a deadlock; MODE2 is the fallback, whose drain polls instead.
 *
 * Checked in every state that can be reached
 *   nobody is inside while NSS is down, or under another generation (I3, I4, I5)    assertions
 *   a nested entry passes (I7)                                                      assertion
 *   every drain ends (I6, I8) and everybody leaves                          no invalid end state
 *
 * A store goes into its thread's buffer, in order, and from there to memory at any later time. A
 * thread's own loads look into its buffer first. A locked instruction, and membarrier on the
 * drainer's behalf, empties the buffer. What is left out: labels, tids, the making of slots,
 * deadlines, signals, forks.
 *
 * Mutants, as in gate.h: -DNO_HEAVY_FENCE -DNO_WAKE_CHECK -DPLAIN_STORE_WAKE -DNESTED_REFUSED, and
 * with -DMODE2 -DFALLBACK_WITHOUT_POLLING.
 */

#ifndef READERS
#define READERS 2
#endif
#ifndef ENTRIES
#define ENTRIES 1
#endif
#ifndef DRAINS
#define DRAINS 2
#endif
#ifndef BUFFER
#define BUFFER 2
#endif

#define CLOSED 0
#define OPEN 1
#define GENERATION(word) ((word) >> 1)
#define MODE(word) ((word) & 1)

/* Memory. The drainer alone writes the word and NSS; its stores are locked or follow a drain. */
byte word = 2 | OPEN;     /* generation 1, open */
byte depth[READERS];      /* the slots */
byte wake;                /* the futex */
bit draining;

bit nss_up = 1;
byte nss_generation = 1;
bit asleep;               /* the drainer is in the futex's queue */

/* Store buffers: `what` is 1 for depth, 2 for wake. */
typedef Buffer {
  byte what[BUFFER];
  byte value[BUFFER];
  byte n;
};
Buffer buffer[READERS];

#define ROOM(r) (buffer[r].n < BUFFER)
#define EMPTY(r) (buffer[r].n == 0)

inline put(r, w, v) {
  buffer[r].what[buffer[r].n] = w;
  buffer[r].value[buffer[r].n] = v;
  buffer[r].n++;
}

/* The processor writes a thread's oldest store to memory, whenever it likes. */
inline drop(r) {
  buffer[r].what[0] = buffer[r].what[1];
  buffer[r].value[0] = buffer[r].value[1];
  buffer[r].what[1] = 0;
  buffer[r].value[1] = 0;
  buffer[r].n--;
}

proctype Processor(byte r) {
end:
  do
  :: atomic {
      !EMPTY(r) ->
      if
      :: buffer[r].what[0] == 1 -> depth[r] = buffer[r].value[0]
      :: buffer[r].what[0] == 2 -> wake = buffer[r].value[0]
      fi;
      drop(r)
    }
  od
}

/* LeaveSlow(): wakes only if the word is closed. Leave() asks that first; the model asks here. */
inline leave_slow() {
  if
  :: MODE(word) == CLOSED ->
    if
    :: draining ->
#ifdef PLAIN_STORE_WAKE
      seen_wake = wake;
      atomic { ROOM(me) -> put(me, 2, seen_wake + 1) }
      asleep = 0                                /* without the fence of I6 */
#else
      atomic { EMPTY(me) -> wake++ }    /* a locked instruction */
      asleep = 0
#endif
    :: !draining -> skip
    fi
  :: MODE(word) == OPEN -> skip
  fi
}

/* Lower(): one store, a compiler fence, one load. NOWHERE is no word: a drain gets its wake. */
#define NOWHERE 99
inline lower(open_word) {
  mine--;
  atomic { ROOM(me) -> put(me, 1, mine) }
#ifndef NO_WAKE_CHECK
  if
  :: word == open_word -> skip
  :: word != open_word -> leave_slow()
  fi
#endif
}

inline publish() {
  mine++;
  atomic { ROOM(me) -> put(me, 1, mine) }
}

/* NSS is up, under the generation that the entry names. */
inline check_live() {
  assert(nss_up && nss_generation == GENERATION(seen))
}

/* Enter(), and then EnterSlow(): `in` says whether it passed, `seen` what leave compares with. */
inline enter() {
  publish();
#ifdef MODE2
  atomic { seen = word; in = 0 }            /* the fast path knows the asymmetric mode only */
#else
  atomic {
    seen = word;
    in = (MODE(seen) == OPEN);
    if
    :: in -> check_live()
    :: !in -> skip
    fi
  }
#endif
  if
  :: in -> skip
  :: !in ->
    lower(seen);
    publish();
    atomic {
      seen = word;
      if
#ifndef NESTED_REFUSED
      :: inside > 0 -> in = 1; check_live(); seen = NOWHERE
#endif
#ifdef NESTED_REFUSED
      :: inside > 0 && MODE(seen) == OPEN -> in = 1
      :: inside > 0 && MODE(seen) == CLOSED -> in = 0
#endif
      :: inside == 0 && MODE(seen) == OPEN -> in = 1
      :: inside == 0 && MODE(seen) == CLOSED -> in = 0
      fi
    }
#ifdef MODE2
    if
    :: in && inside == 0 ->
      EMPTY(me);                            /* the exchange */
      atomic {
        seen = word;                        /* again: it may be closed by now */
        in = (MODE(seen) == OPEN);
        if
        :: in -> check_live()
        :: !in -> skip
        fi
      }
    :: else -> skip
    fi;
#else
    if
    :: in && inside == 0 -> check_live()
    :: else -> skip
    fi;
#endif
    if
    :: in -> skip
    :: !in -> lower(NOWHERE)
    fi
  fi;
  if
  :: in -> inside++
  :: !in -> skip
  fi
}

/* The last moment at which NSS may be used, still under the generation of the outermost entry. */
inline leave(open_word) {
  assert(nss_up && nss_generation == mine_generation);
  inside--;
  lower(open_word)
}

proctype Reader(byte me) {
  byte mine = 0;            /* the thread's own view of its depth */
  byte inside = 0;          /* entries that were let through */
  byte seen, outer_seen, seen_wake, left, mine_generation;
  bit in;
  left = ENTRIES;
  do
  :: left == 0 -> break
  :: left > 0 ->
    left--;
    enter();
    if
    :: !in -> skip
    :: in ->
      mine_generation = nss_generation;
      outer_seen = seen;
      enter();
      assert(in);                           /* I7 */
      leave(seen);
      leave(outer_seen)
    fi
  od
}

proctype Drainer() {
  byte drains = 0;
  byte seen, r;
  bit waiting[READERS];
  bit any;
  do
  :: drains == DRAINS -> break
  :: drains < DRAINS ->
    drains++;
    draining = 1;
    word = GENERATION(word) * 2 + CLOSED;       /* an exchange: nothing of it is buffered */
#ifndef MODE2
#ifndef NO_HEAVY_FENCE
    /* membarrier: each thread empties its buffer at some moment before it returns. */
    r = 0;
    do
    :: r == READERS -> break
    :: r < READERS -> EMPTY(r); r++
    od;
#endif
#endif
    r = 0;
    do
    :: r == READERS -> break
    :: r < READERS -> waiting[r] = (depth[r] != 0); r++
    od;
    do
    :: seen = wake;
      any = 0;
      r = 0;
      do
      :: r == READERS -> break
      :: r < READERS ->
        waiting[r] = waiting[r] && (depth[r] != 0);
        any = any || waiting[r];
        r++
      od;
      if
      :: !any -> break
      :: any ->
#ifdef MODE2
#ifndef FALLBACK_WITHOUT_POLLING
        goto polled;
#endif
#endif
        /* FUTEX_WAIT: sleeps only if the word is still what was seen. */
        atomic {
          if
          :: wake == seen -> asleep = 1
          :: wake != seen -> skip
          fi
        }
        asleep == 0
      fi;
polled: skip
    od;
    draining = 0;
    nss_up = 0;
    word = (GENERATION(word) + 1) * 2 + CLOSED;
    nss_generation = GENERATION(word);
    nss_up = 1;
    word = GENERATION(word) * 2 + OPEN
  od
}

init {
  atomic {
    byte i = 0;
    do
    :: i == READERS -> break
    :: i < READERS ->
      run Processor(i);
      run Reader(i);
      i++
    od;
    run Drainer()
  }
}
