package kr.gosan.kernel.money;

/** The two insurances. Their money never mixes: no offset, refund or slip crosses from one to the other (보험료징수법 §23). */
public enum Insurance {
    /** 산재보험, industrial-accident insurance. */
    IA,
    /** 고용보험, employment insurance. */
    EI
}
