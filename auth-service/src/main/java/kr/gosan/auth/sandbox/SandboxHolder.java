package kr.gosan.auth.sandbox;

/** The two kinds of certificate the sandbox issues, under the policies of a real authority (yessign, universal use). */
enum SandboxHolder {
    CORPORATE("1.2.410.200005.1.1.5", "corporation4EC"),
    PERSONAL("1.2.410.200005.1.1.1", "personal4IB");

    private final String policy;
    private final String unit;

    SandboxHolder(String policy, String unit) {
        this.policy = policy;
        this.unit = unit;
    }

    String policy() {
        return policy;
    }

    /** Organisational unit in the holder's distinguished name. */
    String unit() {
        return unit;
    }
}
