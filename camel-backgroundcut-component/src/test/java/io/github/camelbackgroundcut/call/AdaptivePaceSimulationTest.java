// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;
import io.github.camelbackgroundcut.call.FleetSimulation.Change;
import io.github.camelbackgroundcut.call.FleetSimulation.Result;
import org.junit.jupiter.api.Test;
class AdaptivePaceSimulationTest {
    static SimulatedLimit limit(String kind, int l, long seed) {
        return switch (kind) { case "fixed" -> new SimulatedLimit.FixedWindow(l, new java.util.Random(seed).nextDouble() * 60);
            case "sliding" -> new SimulatedLimit.SlidingWindow(l); case "bucket" -> new SimulatedLimit.TokenBucket(l, l); default -> new SimulatedLimit.TokenBucket(l, l / 10.0); };
    }
    @Test void all() {
        int R = Integer.getInteger("R", 4); int fails = 0, bad = 0;
        for (Change c : Change.values()) { int cf=0; for (String k : new String[]{"fixed","sliding","bucket","small"}) for (int n : new int[]{1,4,16}) for (int l : new int[]{100,200,600}) {
            if (c == Change.A_WORKER_GOES && n == 1) continue;
            double um=1e9,bm=0,fm=0,u=0,b=0,fu=0; int f=0; boolean steady=c==Change.NONE, strict=n<=4&&l>=200;
            for (int s=1;s<=R;s++) { Result r=new FleetSimulation(limit(k,l,s),n,c,s).run(l); um=Math.min(um,r.used()); bm=Math.max(bm,r.refused()); fm=Math.max(fm,r.unfairness()); u+=r.used(); b+=r.refused(); fu+=r.unfairness();
              if (r.used()<(steady&&strict?95:90)|| steady&&(r.refused()>(strict?2:5)||r.unfairness()>1/3.0)) f++; }
            fails+=f; cf+=f; if(f>0)bad++;
            System.out.printf("R %-18s %-8s n=%2d l=%d used %.1f (min %.1f) 429 %.1f (max %.1f) unfair %.2f (max %.2f) %s%n",c,k,n,l,u/R,um,b/R,bm,steady?fu/R:0,steady?fm:0,f>0?"<<<"+f:"");
        } System.out.println("R "+c+" fails "+cf); }
        System.out.println("R bad "+bad+" fails "+fails);
    }
}
